import { z } from 'zod';
import { commandNames } from '../outcome';

const itemSchema = z.object({
  id: z.string().min(1),
  text: z.string(),
  previous: z.array(z.string()).default([]),
  kind: z.enum(['question', 'followup', 'outofscope', 'concern', 'smalltalk', 'command']).optional(),
  gold: z.array(z.string()).default([]),
  acceptable: z.array(z.string()).default([]),
  verdict: z.enum(['yes', 'no', 'depends', 'advice']).nullish(),
  note: z.string().default(''),
  urgent: z.boolean().optional(),
  command: z.enum(commandNames).nullish(),
});

/** One message to put to the engine; everything but id, text and previous is a label and may be missing. */
export type Item = z.infer<typeof itemSchema>;

/** The items of a JSON lines text, and every line that is not one, in words. */
export function readItems(text: string): { items: Item[]; problems: string[] } {
  const items: Item[] = [];
  const problems: string[] = [];
  const lineOfId = new Map<string, number>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const read = readItem(line);
    if (typeof read === 'string') {
      problems.push(`line ${index + 1}: ${read}`);
      continue;
    }
    const earlier = lineOfId.get(read.id);
    if (earlier !== undefined)
      problems.push(`line ${index + 1}: the id ${read.id} is also that of line ${earlier}`);
    lineOfId.set(read.id, index + 1);
    items.push(read);
  }
  if (items.length === 0 && problems.length === 0) problems.push('there is not one item in the file');
  return { items, problems };
}

function readItem(line: string): Item | string {
  const json = parseJson(line);
  if (json === undefined) return 'not JSON';
  const parsed = itemSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  return parsed.error.issues
    .map(({ path, message }) => `${path.join('.') || 'the item'}: ${message}`)
    .join('; ');
}

/** The parsed line, or undefined (which no JSON text can mean) when it is not JSON. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
