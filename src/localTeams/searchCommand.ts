import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The search of the app's message extension, as the manifest describes it to Teams. */
export interface SearchCommand {
  id: string;
  /** on the button */
  title: string;
  /** the one thing that a person types */
  parameter: { name: string; title: string; description: string };
  /** whether Teams asks once by itself when the panel opens */
  initialRun: boolean;
}

const MANIFEST = join(__dirname, '..', '..', 'appPackage', 'manifest.json');

const command = z.object({
  id: z.string(),
  type: z.string().default('query'),
  title: z.string(),
  initialRun: z.boolean().default(false),
  context: z.array(z.string()).default(['compose', 'commandBox']),
  parameters: z
    .array(z.object({ name: z.string(), title: z.string(), description: z.string().default('') }))
    .default([]),
});
const manifest = z.object({
  composeExtensions: z.array(z.object({ commands: z.array(command) })).default([]),
});

/** The first search that the manifest offers where people write; undefined when it offers none. */
export function readSearchCommand(path: string = MANIFEST): SearchCommand | undefined {
  const { composeExtensions } = manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  const search = composeExtensions
    .flatMap(({ commands }) => commands)
    .find(({ type, context }) => type === 'query' && context.includes('compose'));
  const parameter = search?.parameters[0];
  return parameter && { id: search.id, title: search.title, initialRun: search.initialRun, parameter };
}
