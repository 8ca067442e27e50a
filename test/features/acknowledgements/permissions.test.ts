import assert from 'node:assert/strict';
import type { CardReply } from '../../../src/bot/cardReply';
import { draftIdOf } from '../../../src/features/acknowledgements/compose/draft';
import { feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { delivered, ofVersion } from './requests';
import { members } from './surroundings';

/** Who presses or writes: each attempt beyond what they may is refused. */
const ACTORS = {
  staff: 'p00000',
  otherManager: 'manager-2',
  guest: 'guest',
  formerManager: 'manager-1',
  administrator: 'admin',
  sender: 'manager-1',
} as const;
type Actor = keyof typeof ACTORS;

/** Who may, and the words of the refusal to everybody else. */
interface Rule {
  readonly allowed: readonly Actor[];
  readonly refusal: RegExp;
}
const EVERYBODY = Object.keys(ACTORS) as Actor[];

const anybody: Rule = { allowed: EVERYBODY, refusal: /(?!)/ };
/** The manager who sent the request, and administrators. */
const ofTheRequest: Rule = {
  allowed: ['sender', 'administrator'],
  refusal: /Only the manager who sent this request, or an administrator/,
};
const senders: Rule = {
  allowed: ['sender', 'otherManager', 'administrator'],
  refusal: /Only managers and administrators can/,
};
/** Pages about a team: the other manager holds the role, and this team is not theirs. */
const ofTheTeam: Rule = {
  allowed: ['sender', 'administrator'],
  refusal: /Only managers and administrators can|only about a team that you can send to/,
};
/** Whoever wrote the draft, as long as they may send. */
const ofTheDraft: Rule = {
  allowed: ['sender'],
  refusal:
    /This draft is no longer there|Only managers and administrators can|could not check with Teams that you may send/,
};
const ownDraft: Rule = { allowed: ['sender', 'formerManager'], refusal: /This draft is no longer there/ };
const administrators: Rule = { allowed: ['administrator'], refusal: /Only an administrator of this bot can/ };
/** A second one decides about a request to everybody; here there is none to decide about. */
const approvers: Rule = { allowed: ['administrator'], refusal: /Only administrators can approve/ };
/** Of their own teams alone. */
const teamTimes: Rule = {
  allowed: ['sender', 'administrator'],
  refusal: /Only managers can set when a team is reminded|only for your own teams/,
};
const seeTeamTimes: Rule = {
  allowed: ['sender', 'otherManager', 'administrator'],
  refusal: /Only managers can set when a team is reminded/,
};
/** Who is asked: others may read the policy, and nothing is kept of their press. */
const whoIsAsked: Rule = { allowed: ['staff'], refusal: /was not sent to you|Nothing is recorded here/ };

/** Every verb of the feature. A new one needs a row: who may press it, and what others are told. */
const VERBS: Readonly<Record<string, Rule>> = {
  approve: approvers,
  askForHelp: whoIsAsked,
  askToCancel: ofTheRequest,
  away: ofTheRequest,
  cancel: ofTheRequest,
  check: whoIsAsked,
  chooseListFile: ofTheDraft,
  confirm: whoIsAsked,
  correct: ofTheRequest,
  draftChange: senders,
  dropList: ofTheDraft,
  edit: ownDraft,
  endAway: ofTheRequest,
  evidence: senders,
  hardQuestions: ofTheRequest,
  inspection: senders,
  keep: anybody,
  makeInspection: ofTheTeam,
  makeSheet: ofTheTeam,
  material: administrators,
  minor: administrators,
  names: ofTheRequest,
  needHelp: whoIsAsked,
  notNow: anybody,
  notSigned: { ...whoIsAsked, allowed: [] },
  openList: ofTheDraft,
  ownTime: anybody,
  paper: ofTheRequest,
  pause: ofTheRequest,
  policyVersion: administrators,
  preview: ofTheDraft,
  question: anybody,
  read: whoIsAsked,
  readList: ofTheDraft,
  recordPaper: ofTheRequest,
  refresh: ofTheRequest,
  refuse: approvers,
  remind: senders,
  remindEverybody: ofTheRequest,
  remindPerson: ofTheRequest,
  request: whoIsAsked,
  resume: ofTheRequest,
  retry: ofTheRequest,
  saveAway: ofTheRequest,
  saveCorrection: ofTheRequest,
  saveOwnTime: anybody,
  saveTeamTime: teamTimes,
  send: ofTheDraft,
  sendNow: ofTheRequest,
  sendToMe: ofTheDraft,
  share: administrators,
  teamTimes: seeTeamTimes,
  unshare: administrators,
};

const COMMANDS: Readonly<Record<string, Rule>> = {
  remind: senders,
  status: senders,
  my_acknowledgements: anybody,
  evidence: senders,
  inspection: senders,
  'shared accounts': administrators,
  'policy changes': administrators,
  'new reminder': senders,
  'away until': anybody,
  'when to remind me': anybody,
  'reminder times': seeTeamTimes,
};

/** A request and a draft of `manager-1`, and people of each kind around it. */
async function arranged(): Promise<Feature & { data: Record<string, unknown> }> {
  const made = await delivered(members(0, 2), { check: true });
  made.roles.held.set('manager-2', ['manager']).set('admin', ['administrator']);
  const other = { id: 'other', name: 'Other team', serviceUrl: 'x', managers: false, installed: true };
  made.roles.teamsFor = (personId) => (personId === 'manager-2' ? [other] : made.roles.teams);
  await made.says('manager-1', 'remind', 'draft-1');
  const words = { title: 'A title', words: 'Some words.', due: '2026-12-20', teams: 'a', includeMe: 'true' };
  const page = { team: 'a', day: '2026-11-22', names: 'true', page: 1, listPart: 0, offset: 0 };
  const paper = { signedOn: '2026-11-22', witness: 'Wanda Witness' };
  const ids = { campaign: 'campaign-1', part: '0-0', person: 'p00001', draft: draftIdOf('draft-1'), to: 'x' };
  return {
    ...made,
    data: { ...words, ...page, ...paper, ...ids, ...ofVersion, help: 'person', revision: 0 },
  };
}

/** Those who may not come first, so that they meet everything as it was. */
const inOrder = ({ allowed }: Rule): Actor[] =>
  [...EVERYBODY].sort((one, other) => Number(allowed.includes(one)) - Number(allowed.includes(other)));

async function assertRule(
  made: Feature,
  rule: Rule,
  attempt: (who: string) => Promise<string>,
): Promise<void> {
  for (const actor of inOrder(rule)) {
    made.roles.held.set('manager-1', actor === 'formerManager' ? [] : ['manager']);
    const words = await attempt(ACTORS[actor]);
    if (rule.allowed.includes(actor)) assert.doesNotMatch(words, rule.refusal, actor);
    else assert.match(words, rule.refusal, actor);
  }
}

const linkIn = (reply: CardReply): string => (reply.kind === 'page' ? (reply.url.split('#')[1] ?? '') : '');
/** What is sent by nobody who may is not even read. */
const never = (): Promise<Buffer> => Promise.reject(new Error('It was read.'));

describe('who may do what with requests', () => {
  it('has a row for every verb and every command', async () => {
    const { verbs, commands } = await feature();
    const own = verbs.map((verb) => verb.replace('acknowledgements.', ''));
    assert.deepEqual(
      own.filter((verb) => !VERBS[verb]),
      [],
      'verbs without a row',
    );
    assert.deepEqual(
      Object.keys(VERBS).filter((verb) => !own.includes(verb)),
      [],
      'rows without a verb',
    );
    assert.deepEqual([...commands].sort(), Object.keys(COMMANDS).sort());
  });

  for (const [verb, rule] of Object.entries(VERBS)) {
    it(`by pressing ${verb}: ${rule.allowed.join(', ') || 'nobody'}`, async () => {
      const made = await arranged();
      await assertRule(made, rule, async (who) => {
        const { reply, told } = await made.pressesAndTells(who, verb, made.data);
        return [wordsOf(reply), ...told.texts].join(' ');
      });
    });
  }

  it('by a file of addresses: whoever opened its page from their own draft, as long as they may send', async () => {
    const made = await arranged();
    const page = await made.presses('manager-1', 'chooseListFile', { draft: draftIdOf('draft-1') });
    const keys = { token: linkIn(page), page: 'p'.repeat(32) };
    const file = (): Promise<Buffer> => Promise.resolve(Buffer.from('nobody@example.org'));
    for (const ask of [() => made.listFiles.begin(keys), () => made.listFiles.read(keys, file)]) {
      made.roles.held.set('manager-1', []);
      assert.match(JSON.stringify(await ask()), /"notSender".*Only managers and administrators can/);
      made.roles.held.set('manager-1', ['manager']);
      assert.doesNotMatch(JSON.stringify(await ask()), /refused/);
      const others = { ...keys, page: 'q'.repeat(32) };
      assert.match(JSON.stringify(await made.listFiles.begin(others)), /"gone"/);
      assert.match(JSON.stringify(await made.listFiles.read(others, never)), /"gone"/);
    }
  });

  for (const [command, rule] of Object.entries(COMMANDS)) {
    it(`by writing ${command}: ${rule.allowed.join(', ')}`, async () => {
      const made = await arranged();
      await assertRule(made, rule, async (who) => (await made.says(who, command)).texts.join(' '));
    });
  }
});
