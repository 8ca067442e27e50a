import assert from 'node:assert/strict';
import { parsePeople, PeopleFileError, readPeople, type PeopleFileInput } from '../../src/localTeams/people';
import examplePeople from '../../src/localTeams/people.json';
import { manyPeople, teamsForTest } from '../support/teams';

const base: PeopleFileInput = {
  tenantId: '7e57ab1e-0000-4000-8000-00000000c0de',
  bot: {
    id: 'b07b07b0-0000-4000-8000-0000000000b0',
    appId: 'a99a99a9-0000-4000-8000-0000000000a9',
    name: 'Bot',
  },
  people: [{ key: 'ann', name: 'Ann Example', title: 'Carer', role: 'staff' }],
  teams: [{ key: 'care', name: 'Care', members: ['ann'], channels: [{ key: 'general', name: 'General' }] }],
};
const team = (special: object) => ({ ...base, teams: [{ ...base.teams[0], ...special }] });

const WRONG: [string, unknown, RegExp][] = [
  ['that is empty', {}, /tenantId/],
  [
    'with a key in capitals',
    { ...base, people: [{ ...base.people[0], key: 'Ann' }] },
    /people\.0\.key: a key is/,
  ],
  ['with a word that it does not know', { ...base, peple: [] }, /peple/],
  ['with one person twice', { ...base, people: [base.people[0], base.people[0]] }, /"ann" is there twice/],
  [
    'with a member whom nobody knows',
    team({ members: ['bob'] }),
    /teams\.0\.members\.0: nobody has the key "bob"/,
  ],
  ['with a team without General', team({ channels: [{ key: 'other', name: 'Other' }] }), /"general"/],
];

describe('the people file', () => {
  for (const [what, file, message] of WRONG) {
    it(`${what} is refused with the place that is wrong`, () => {
      assert.throws(
        () => parsePeople(file),
        (error) => error instanceof PeopleFileError && message.test(error.message),
      );
    });
  }

  it('that is not there is refused by name', () => {
    assert.throws(() => readPeople('/nowhere/people.json'), /cannot be read: .*nowhere/);
  });

  it('of the example has five staff, a manager, two officers and two administrators', () => {
    const roles = parsePeople(examplePeople).people.map((person) => person.role);
    const count = (role: string) => roles.filter((one) => one === role).length;
    const counts = ['staff', 'manager', 'complaints lead', 'complaints officer', 'administrator'].map(count);
    assert.deepEqual(counts, [5, 1, 1, 1, 2]);
  });

  it('gives the same ids at every start, whoever else is in it', async () => {
    const idsOf = async (count: number) => {
      const teams = await teamsForTest({ people: manyPeople(count) });
      const { id, aadObjectId, chatId } = (await teams.world()).people[0] ?? {};
      await teams.close();
      return { id, aadObjectId, chatId };
    };
    const ids = await idsOf(1);
    assert.deepEqual(await idsOf(3000), ids);
    assert.match(ids.id ?? '', /^29:1/);
    assert.match(ids.aadObjectId ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('marks guests as Teams does', async () => {
    const people = parsePeople({ ...base, people: [{ ...base.people[0], guest: true }] });
    const teams = await teamsForTest({ people });
    const bot = { 'Content-Type': 'application/json', Authorization: 'Bearer local' };
    const installed = teams.team('care').installsBot();
    const { id } = (await teams.world()).teams[0] ?? {};
    const url = `${teams.serviceUrl}v3/conversations/${encodeURIComponent(id ?? '')}/members`;
    const [guest] = (await (await fetch(url, { headers: bot })).json()) as {
      userRole: string;
      userPrincipalName: string;
    }[];
    await teams.close();
    await installed;
    assert.equal(guest?.userRole, 'guest');
    assert.match(guest.userPrincipalName, /#EXT#/);
  });
});
