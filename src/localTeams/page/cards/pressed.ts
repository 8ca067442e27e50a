import { ExecuteAction, SubmitAction, type Action, type Input } from 'adaptivecards';
import type { ButtonChoice, PressRequest } from '../../api';
import type { Json } from '../../json';

/** What the control API is told of a pressed button: which one it was, and what was filled in. */
export function pressOf(action: Action): PressRequest {
  return { button: choiceOf(action), inputs: inputsOf(action) };
}

function choiceOf(action: Action): ButtonChoice {
  const written = action.toJSON() as { verb?: string; data?: Json } | undefined;
  const verb = action instanceof ExecuteAction ? action.verb : undefined;
  return {
    ...(action.title ? { title: action.title } : {}),
    ...(verb ? { verb } : {}),
    ...(written?.data === undefined ? {} : { data: written.data }),
  };
}

/** Only of the part of the card that the button belongs to, and none where it says `associatedInputs: none`. */
function inputsOf(action: Action): Record<string, string> {
  const asks =
    (action instanceof ExecuteAction || action instanceof SubmitAction) && action.associatedInputs !== 'none';
  if (!asks) return {};
  const inputs = Object.values(action.getReferencedInputs() ?? {});
  return Object.fromEntries(inputs.filter(isNamed).map((input) => [input.id, textOf(input)]));
}

function isNamed(input: Input): input is Input & { id: string } {
  return input.id !== undefined && input.id !== '';
}

function textOf(input: Input): string {
  const value: unknown = input.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
