import { AdaptiveCard, SerializationContext, ValidationPhase } from 'adaptivecards';

type Json = Record<string, unknown>;

/** Every element and action of a card, at any depth. */
export function parts(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(parts);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(parts)];
}

/** The verbs that a card's buttons carry, in `data.verb` and, for Action.Execute, in `verb`. */
export function verbsOf(card: unknown): string[] {
  const verbs = parts(card)
    .filter(({ type }) => typeof type === 'string' && type.startsWith('Action.'))
    .flatMap(({ verb, data }) => [verb, (data as Json | undefined)?.['verb']]);
  return [...new Set(verbs.filter((verb) => typeof verb === 'string'))];
}

/** What is wrong with a rendered card, in words: what Teams would not draw and what a screen reader would miss. */
export function cardProblems(card: Json): string[] {
  return [...schemaProblems(card), ...parts(card).flatMap(partProblems), ...versionProblems(card)];
}

function schemaProblems(card: Json): string[] {
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  return Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at))
    .filter(({ phase }) => phase === ValidationPhase.Parse)
    .map(({ message }) => message);
}

function versionProblems({ type, version }: Json): string[] {
  if (type !== 'AdaptiveCard') return ['is no AdaptiveCard'];
  return Number(version) <= 1.5 ? [] : [`has version ${String(version)}; Teams on phones draws up to 1.5`];
}

function partProblems(part: Json): string[] {
  const { type, text, label, isRequired, errorMessage, wrap, verb, data } = part;
  const problems: string[] = [];
  if (typeof type !== 'string') return problems;
  if (type === 'TextBlock' && wrap !== true) problems.push(`a TextBlock does not wrap: "${String(text)}"`);
  // Teams cuts a choice off at the end of the line.
  const listsChoices = type === 'Input.ChoiceSet' && (part['style'] === 'expanded' || part['isMultiSelect']);
  if ((listsChoices || type === 'Input.Toggle') && wrap !== true)
    problems.push(`the choices of ${String(part['id'])} do not wrap`);
  const named = type === 'Input.Toggle' ? part['title'] : label;
  if (type.startsWith('Input.') && !named) problems.push(`${type} has no label`);
  if (type.startsWith('Input.') && isRequired && !errorMessage)
    problems.push(`${type} is required and says nothing when it is empty`);
  if (type === 'Action.Execute' && verb !== (data as Json | undefined)?.['verb'])
    problems.push(`the verb "${String(verb)}" is not its data's verb`);
  return problems;
}
