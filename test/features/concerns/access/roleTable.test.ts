import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Group, Role } from './caseRoles';
import { COMMAND_FILES, EVERYBODY, GROUPS, ROLES } from './caseRoles';
import { askRoute, filesRoutes } from './fileRoutes';
import { pressMadeUp } from './rawPress';
import type { RoleWorld } from './roleWorld';
import { draftOfOther, PEOPLE, roleWorld, WORDS } from './roleWorld';

const CONCERNS = join('src', 'features', 'concerns');
/** Verbs of who gets reports, beside those of reports. */
const whole = (verb: string): string => (verb.includes('.') ? verb : `concerns.${verb}`);
/** Words with which a command begins, as a pattern over a whole message. */
const COMMAND = /(?:\/|`)\^.*\$[/`]/;
/** What is typed within the dialog is an answer and no command. */
const NO_COMMANDS = ['report/typed/understand.ts'];

type Attempt = (role: Role) => Promise<string>;

/** Those who may not come first, all at once, so that they meet everything as it was. */
async function assertGroup({ allowed, refusal }: Group, attempt: Attempt, hidden: RegExp): Promise<void> {
  const others = EVERYBODY.filter((role) => !allowed.includes(role));
  const answers = await Promise.all(others.map(async (role) => [role, await attempt(role)] as const));
  for (const [role, words] of answers) {
    assert.match(words, refusal, role);
    if (role !== 'reporter') assert.doesNotMatch(words, hidden, role);
  }
  for (const role of allowed) {
    const words = await attempt(role);
    assert.doesNotMatch(words, refusal, `${role}: ${words}`);
  }
}

function whoMay({ allowed }: Group): string {
  if (allowed.length === EVERYBODY.length) return 'everybody';
  return allowed.map((role) => ROLES[role]).join(', ') || 'nobody';
}

describe('who may do what with a report', () => {
  let world: RoleWorld;
  let hidden: RegExp;
  before(async () => {
    world = await roleWorld();
    hidden = new RegExp(`${world.reference}|${WORDS}`);
  });
  after(() => world.product.stop());

  async function written(role: Role, words: string): Promise<string> {
    const person = world.product.teams.person(PEOPLE[role]);
    const before = (await person.chat()).length;
    await person.says(words);
    return JSON.stringify((await person.chat()).slice(before + 1));
  }

  it('has a line for every verb, every command and every route, and no other', () => {
    const own = world.product.bot.verbs.filter((verb) => /^(?:concerns|setup)\./.test(verb));
    const rows = GROUPS.flatMap(({ verbs = [] }) => verbs.map(whole));
    assert.deepEqual([...rows].sort(), own);
    assert.deepEqual(commandPatterns(), COMMAND_FILES);
    assert.deepEqual(GROUPS.flatMap(({ routes = [] }) => routes).sort(), filesRoutes().sort());
  });

  it('is what the table in the README says', () => {
    assert.deepEqual(tableIn(readFileSync('README.md', 'utf8')), [
      ['a report that names one handler', ...Object.values(ROLES)],
      ...GROUPS.map(({ what, allowed }) => [
        what,
        ...EVERYBODY.map((role) => (allowed.includes(role) ? 'yes' : '–')),
      ]),
    ]);
  });

  for (const group of GROUPS) {
    it(`${group.what}: ${whoMay(group)}`, async function () {
      this.timeout(60_000);
      for (const verb of group.verbs ?? []) {
        const draft = group.allowed[0] === 'otherReporter' ? await draftOfOther(world) : {};
        const data = { ...world.data, ...draft };
        const attempt: Attempt = (role) => pressMadeUp(world.product, PEOPLE[role], whole(verb), data);
        await assertGroup(group, attempt, hidden).catch((error: unknown) => {
          throw new Error(`pressing ${verb}`, { cause: error });
        });
      }
      for (const command of group.commands ?? []) {
        const words = command.replace('REFERENCE', world.reference.replace('-', ' '));
        await assertGroup(group, (role) => written(role, words), hidden);
      }
      for (const route of group.routes ?? [])
        await assertGroup(group, (role) => askRoute(world, role, route), hidden);
    });
  }

  it('leaves no word of the report in the chat of anybody who may not see it', async () => {
    await world.product.idle();
    const mayNot: Role[] = [
      'staff',
      'manager',
      'notConfirmed',
      'named',
      'administrator',
      'guest',
      'otherReporter',
    ];
    for (const role of mayNot)
      assert.doesNotMatch(
        JSON.stringify(await world.product.teams.person(PEOPLE[role]).chat()),
        hidden,
        role,
      );
  });
});

function commandPatterns(): Record<string, number> {
  const found: Record<string, number> = {};
  for (const file of readdirSync(CONCERNS, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || NO_COMMANDS.includes(file)) continue;
    const lines = readFileSync(join(CONCERNS, file), 'utf8').split('\n');
    const count = lines.filter((line) => COMMAND.test(line)).length;
    if (count > 0) found[file] = count;
  }
  return found;
}

/** The cells of the table that begins with the report that names one handler. */
function tableIn(readme: string): string[][] {
  const lines = readme.split('\n');
  const begins = lines.findIndex((line) => line.startsWith('| a report that names one handler'));
  const table = lines.slice(begins);
  const ends = table.findIndex((line) => !line.startsWith('|'));
  return table
    .slice(0, ends)
    .filter((line) => !/^\| -/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
