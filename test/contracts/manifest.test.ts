import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { fillPlaceholders } from '../../src/appPackage/fillPlaceholders';
import { ruleProblems } from '../../src/appPackage/manifestRules';
import { compileManifestSchema, schemaProblems, schemaVersion } from '../../src/appPackage/manifestSchema';
import {
  SEARCH_COMMAND,
  SEARCH_PARAMETER,
} from '../../src/features/policies/messageExtension/messageExtension';
import { setupCommandIn } from '../../src/features/setup/setupCommand';
import { pageNames } from '../../src/pages/build';
import { whoseOutcome } from '../features/policies/engine/ask';
import { ask } from '../support/realEngine';

const root = join(__dirname, '../..');
const template = readFileSync(join(root, 'appPackage/manifest.json'), 'utf8');
const environment = parseEnv(readFileSync(join(root, 'env/.env.local'), 'utf8'));

interface Command {
  title: string;
  type?: string;
  prompt?: string;
}

interface Manifest {
  $schema: string;
  manifestVersion: string;
  bots: { scopes: string[]; commandLists: { scopes: string[]; commands: Command[] }[] }[];
  composeExtensions: {
    botId: string;
    commands: {
      id: string;
      title: string;
      initialRun: boolean;
      context: string[];
      parameters: { name: string }[];
    }[];
  }[];
  staticTabs: { entityId: string; contentUrl: string }[];
}

describe('The Teams manifest', () => {
  const validate = compileManifestSchema();
  const filled = fillPlaceholders(template, environment).manifest as Manifest;

  it("keeps to Microsoft's schema and to our own rules", () => {
    assert.deepEqual([...schemaProblems(filled, validate), ...ruleProblems(filled)], []);
  });

  it('would be refused with a key that the schema does not know', () => {
    const problems = schemaProblems({ ...filled, colour: 'teal' }, validate);
    assert.deepEqual(problems, ['manifest.json/colour: must NOT have additional properties']);
  });

  it('names the schema that it is checked against', () => {
    assert.equal(filled.manifestVersion, schemaVersion);
    assert.equal(filled.$schema.includes(`/v${schemaVersion}/`), true);
  });

  it('offers the bot in all three scopes, with commands of its own in each', () => {
    assert.deepEqual(filled.bots[0]?.scopes, ['personal', 'team', 'groupChat']);
    assert.deepEqual(
      filled.bots[0]?.commandLists.map((list) => list.scopes),
      [['personal'], ['team'], ['groupChat']],
    );
  });

  it('offers only commands that the bot understands', async () => {
    const titles = filled.bots.flatMap((bot) => bot.commandLists.flatMap((list) => list.commands));
    const forEngine = titles
      .filter(({ type }) => type !== 'prompt')
      .map(({ title }) => title)
      .filter((title) => setupCommandIn(title) === undefined);
    const misread = await whoseOutcome(
      forEngine,
      (title) => ask(title),
      ({ outcome }) => outcome !== 'command',
    );
    assert.deepEqual(misread, []);
  });

  it('has prompts to start with in the personal chat, and the bot answers each of them', async () => {
    const [personal] = filled.bots.flatMap((bot) => bot.commandLists);
    const prompts = personal?.commands.filter(({ type }) => type === 'prompt') ?? [];
    const unanswered = await whoseOutcome(
      prompts.map(({ prompt = '' }) => prompt),
      (prompt) => ask(prompt),
      ({ outcome }) => outcome !== 'answer',
    );
    assert.deepEqual([prompts.length, unanswered], [2, []]);
  });

  it('offers one search, wherever people write, which the bot knows by the same names', () => {
    const [extension, ...others] = filled.composeExtensions;
    const [search, ...more] = extension?.commands ?? [];
    assert.deepEqual([others, more], [[], []]);
    assert.equal(extension?.botId, environment['BOT_ID']);
    assert.deepEqual(
      [search?.id, search?.title, search?.initialRun],
      [SEARCH_COMMAND, 'Search the policy', true],
    );
    assert.deepEqual(search?.context, ['compose', 'commandBox']);
    assert.deepEqual(
      search.parameters.map(({ name }) => name),
      [SEARCH_PARAMETER],
    );
  });

  it('opens the policy page as its first tab', () => {
    const tab = filled.staticTabs[0];
    assert.deepEqual([tab?.entityId, tab?.contentUrl], ['policy', 'https://localhost:3978/pages/policy']);
    assert.equal(
      pageNames.some((name) => tab?.contentUrl.endsWith(`/pages/${name}`)),
      true,
    );
  });

  it('holds no id and no address of its own, only placeholders', () => {
    assert.doesNotMatch(template, /[0-9a-f]{8}-[0-9a-f]{4}-/i);
    assert.deepEqual(template.match(/"https:\/\/(?!\$\{\{)[^"]*"/g), [
      `"https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.schema.json"`,
    ]);
  });
});
