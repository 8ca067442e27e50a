import assert from 'node:assert/strict';
import { Router } from '../../../src/bot/router';
import { registerHelp } from '../../../src/features/help/index';
import type { Role } from '../../../src/storage/roles';
import { recordedTurn } from '../policies/conversation/recordedTurn';

const EXAMPLES = [
  'Can I post a photo?',
  'Can I add a client?',
  'Is a closed group private?',
  'A fourth question?',
];

function helpFor(roles: readonly Role[], command?: string): Router {
  const router = new Router();
  registerHelp(router, {
    roles: { of: () => Promise.resolve(new Set(roles)) },
    commandIn: () => Promise.resolve(command),
    exampleQuestions: EXAMPLES,
  });
  return router;
}

async function helpCardOf(...roles: Role[]): Promise<string> {
  const turn = recordedTurn('help');
  await helpFor(roles, 'help').message(turn);
  return turn.cards().join();
}

describe('help', () => {
  it('shows staff how to ask and to report, and nothing of managers, handlers or administrators', async () => {
    const card = await helpCardOf();
    assert.match(card, /"verb":"help\.ask".*"verb":"concerns\.start"/);
    assert.doesNotMatch(card, /acknowledgements\.remind|concerns channel|Set me up/);
  });

  it('shows managers and administrators how to send a request', async () => {
    assert.match(await helpCardOf('manager'), /acknowledgements\.remind/);
    assert.match(
      await helpCardOf('administrator'),
      /acknowledgements\.remind.*use this channel for concerns/,
    );
  });

  it('shows handlers where reports arrive', async () => {
    assert.match(await helpCardOf('handler'), /concerns channel/);
  });

  it('is also behind a button, for the person who pressed it alone', async () => {
    const reply = await helpFor([]).cardAction(recordedTurn(''), 'help.show', {});
    assert.equal(reply.kind, 'privateCard');
  });
});

describe('What nobody understood', () => {
  it('gets an offer of what the bot can do', async () => {
    const turn = recordedTurn('xyzzy');
    assert.equal(await helpFor([]).message(turn), 'help');
    assert.match(turn.cards()[0] ?? '', /not sure what you mean.*help\.ask.*concerns\.start.*help\.show/);
  });

  it('was a command with nothing to do, and is told so', async () => {
    const turn = recordedTurn('cancel');
    await helpFor([], 'cancel').message(turn);
    assert.match(turn.cards()[0] ?? '', /nothing to cancel/);
  });

  it('was a command with a name like a property of every object, and gets the plain offer', async () => {
    const turn = recordedTurn('constructor');
    await helpFor([], 'constructor').message(turn);
    assert.match(turn.cards()[0] ?? '', /not sure what you mean/);
  });
});

describe('The buttons of help', () => {
  it('"Ask a question" gives three examples to press', async () => {
    const turn = recordedTurn('');
    assert.equal((await helpFor([]).cardAction(turn, 'help.ask', {})).kind, 'done');
    assert.ok(turn.answers[0] && 'text' in turn.answers[0]);
    assert.deepEqual(turn.answers[0].extras?.suggestions, EXAMPLES.slice(0, 3));
  });

  it('"Confirm a policy" says how that works', async () => {
    const turn = recordedTurn('');
    await helpFor([]).cardAction(turn, 'help.confirming', { foreign: 'id' });
    assert.match(turn.texts()[0] ?? '', /Read and confirm/);
  });
});
