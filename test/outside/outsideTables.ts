import { readFileSync } from 'node:fs';
import { render } from '../../src/cards/render';
import { readExamples } from '../../src/features/policies/engine/build/readExamples';
import { commandNames } from '../../src/features/policies/engine/outcome';
import { contentFolder } from '../../src/features/policies/policy';
import { ROUTES } from '../../src/localTeams/api';
import { CONNECTOR_ROUTES } from '../../src/localTeams/connectorRoutes';
import { parts } from '../contracts/cardRules';
import { filesBelow } from '../support/files';

type Json = Record<string, unknown>;
const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

/** The parts of docs/outside.md that are taken from the product itself, by the name of their place. */
export function outsideTables(): Record<string, string> {
  return { cards: cards(), commands: commands(), connector: connector(), control: control() };
}

/** The document with its tables as they should be. */
export function withTables(document: string): string {
  return Object.entries(outsideTables()).reduce((text, [name, content]) => {
    const place = new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- end of ${name} -->`);
    if (!place.test(text)) throw new Error(`docs/outside.md has no place for the table "${name}".`);
    return text.replace(place, () => `<!-- ${name} -->\n\n${content}\n\n<!-- end of ${name} -->`);
  }, document);
}

function cards(): string {
  const rows = filesBelow('adaptiveCards', /(?<!\.data)\.json$/).flatMap((path) => {
    const name = path.slice('adaptiveCards/'.length, -'.json'.length);
    const sample = JSON.parse(readFileSync(`adaptiveCards/${name}.data.json`, 'utf8')) as object;
    const template: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const all = [...parts(render(name, sample).content), ...parts(template)];
    const inputs = unique(
      all
        .filter(({ type }) => isText(type) && type.startsWith('Input.'))
        .map(({ id }) => `\`${String(id)}\``),
    );
    const buttons = unique(all.filter(({ type }) => isText(type) && type.startsWith('Action.')).map(button));
    return buttons.length + inputs.length === 0
      ? []
      : [row(`\`${name}\``, written(buttons).join('<br>'), written(inputs).join(', '))];
  });
  return table(['card', 'buttons: title → verb', 'input ids'], rows);
}

function button({ type, title, verb, data }: Json): string {
  const carried = (data as Json | undefined)?.['verb'] ?? verb;
  return isText(carried) ? `${String(title)} → \`${carried}\`` : `${String(title)} (${String(type)})`;
}

/** The file of examples in which the shortest words of each command stand. */
const COMMANDS_VOICE = 'first';

function commands(): string {
  const { lines } = readExamples(contentFolder);
  const words = (name: string): string[] =>
    lines
      .filter(({ label, voice }) => voice === COMMANDS_VOICE && label === `command:${name}`)
      .map(({ text }) => text);
  return table(
    ['command', 'some of the words that are understood'],
    commandNames.map((name) => row(`\`${name}\``, words(name).slice(0, 6).join(' · '))),
  );
}

function connector(): string {
  return table(
    ['request', 'what for'],
    CONNECTOR_ROUTES.map(({ method, path, operation }) => row(`\`${method} ${path}\``, operation)),
  );
}

function control(): string {
  return table(
    ['request', 'what it does'],
    Object.values(ROUTES).map(({ method, path, does }) => row(`\`${method} ${path}\``, does)),
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';
/** Titles and ids that a template binds show in the drawn sample. */
const written = (texts: readonly string[]): string[] => texts.filter((text) => !text.includes('${'));
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
