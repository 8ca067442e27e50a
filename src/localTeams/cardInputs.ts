import { ClientRefusal, type InputProblem } from './clientRefusal';
import { isObject, listAt, textAt, type Json, type JsonObject } from './json';

/**
 * The values that a client sends with a press: what the person put in, else what the card began with; inputs
 * left empty are not sent. Throws 422 with what the client would show under each input.
 */
export function checkedInputs(inputs: JsonObject[], given: Record<string, string>): Record<string, string> {
  const problems: InputProblem[] = [];
  const values: Record<string, string> = {};
  for (const input of inputs) {
    const id = textAt(input, 'id') ?? '';
    const value = given[id] ?? initialValue(input);
    const problem = problemOf(input, value);
    if (problem) problems.push({ id, message: textAt(input, 'errorMessage') ?? problem });
    else if (value !== '') values[id] = value;
  }
  problems.push(...strangers(inputs, given));
  if (problems.length > 0)
    throw new ClientRefusal(422, 'InvalidInput', 'The card is not filled in rightly.', problems);
  return values;
}

function strangers(inputs: JsonObject[], given: Record<string, string>): InputProblem[] {
  const ids = new Set(inputs.map((input) => input['id']));
  return Object.keys(given)
    .filter((id) => !ids.has(id))
    .map((id) => ({ id, message: 'No input of this card with this id goes with this button.' }));
}

function initialValue(input: JsonObject): string {
  const value = input['value'];
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return input['type'] === 'Input.Toggle' ? offValue(input) : '';
}

function problemOf(input: JsonObject, value: string): string | undefined {
  const type = textAt(input, 'type') ?? '';
  const isLeftOut = type === 'Input.Toggle' ? value !== onValue(input) : value === '';
  if (input['isRequired'] === true && isLeftOut) return 'This is needed.';
  if (value === '') return undefined;
  return CHECKS[type]?.(input, value);
}

const CHECKS: Record<string, (input: JsonObject, value: string) => string | undefined> = {
  'Input.Text': (input, value) => {
    if (value.length > numberOr(input['maxLength'], Infinity)) return 'This is too long.';
    const regex = textAt(input, 'regex');
    return regex && !new RegExp(regex).test(value) ? 'This has the wrong form.' : undefined;
  },
  'Input.Number': (input, value) => {
    const number = Number(value);
    if (!Number.isFinite(number)) return 'This is not a number.';
    const isInRange =
      number >= numberOr(input['min'], -Infinity) && number <= numberOr(input['max'], Infinity);
    return isInRange ? undefined : 'This number is out of range.';
  },
  'Input.Date': (input, value) => outside(input, value, /^\d{4}-\d{2}-\d{2}$/, 'This is not a date.'),
  'Input.Time': (input, value) => outside(input, value, /^\d{2}:\d{2}$/, 'This is not a time.'),
  'Input.Toggle': (input, value) =>
    value === onValue(input) || value === offValue(input) ? undefined : 'This is neither on nor off.',
  'Input.ChoiceSet': (input, value) => {
    const offered = new Set(listAt(input, 'choices').map((choice) => textAt(choice, 'value')));
    const chosen = input['isMultiSelect'] === true ? value.split(',') : [value];
    // With choices that are fetched as the person types, the card does not know what is offered.
    const isDynamic = isObject(input['choices.data']);
    return isDynamic || chosen.every((one) => offered.has(one)) ? undefined : 'This is not offered.';
  },
};

// Dates and times in ISO 8601 compare as text.
function outside(input: JsonObject, value: string, form: RegExp, message: string): string | undefined {
  if (!form.test(value)) return message;
  const min = textAt(input, 'min') ?? value;
  const max = textAt(input, 'max') ?? value;
  return value < min || value > max ? 'This is out of range.' : undefined;
}

function onValue(input: JsonObject): string {
  return textAt(input, 'valueOn') ?? 'true';
}

function offValue(input: JsonObject): string {
  return textAt(input, 'valueOff') ?? 'false';
}

function numberOr(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
