import assert from 'node:assert/strict';
import type { Outcome } from '../../../../src/features/policies/engine/outcome';
import { maySend } from '../../../../src/features/policies/sentQuestions/maySend';
import { isSendCommand, SEND_COMMAND } from '../../../../src/features/policies/sentQuestions/sendCommand';
import { outcome } from '../conversation/example';

const outOfScope = outcome<'outofscope'>({ outcome: 'outofscope', topic: null } as never);

describe('What may be sent to the policy team', () => {
  it('is a question', () => {
    assert.ok(maySend('What happens if I post a photo?', outOfScope));
  });

  const never: readonly (readonly [string, Partial<Outcome>])[] = [
    ['a concern', { outcome: 'concern' }],
    ['what may be about something that happened', { report: true }],
    ['words of danger', { urgent: 'danger' }],
    ['words of distress', { urgent: 'distress' }],
    ['small talk', { outcome: 'smalltalk' }],
    ['a command', { outcome: 'command' }],
  ];
  for (const [what, fields] of never) {
    it(`is not ${what}`, () => {
      assert.ok(!maySend('What happens now?', { ...outOfScope, ...fields } as Outcome));
    });
  }

  for (const deed of [
    'I posted a photo of a client, what happens now?',
    'what will they do, i accidentally shared her picture',
    'I’ve already liked it, can I get sacked',
    'ive put it on facebook is that bad',
    'we tagged a resident, do they tell the council',
    'i have sent it to the group by mistake',
  ]) {
    it(`is not one’s own deed: “${deed}”`, () => assert.ok(!maySend(deed, outOfScope)));
  }

  for (const asked of [
    'What happens if I posted something by accident?',
    'can I get sacked for what I post',
    'have I shared too much if I say where I work',
    'do I get a warning when I posted in my own time',
    'Who sees the photos that are posted?',
  ]) {
    it(`is a question about what might be: “${asked}”`, () => assert.ok(maySend(asked, outOfScope)));
  }
});

describe('The words that ask to send a question', () => {
  for (const typed of [
    SEND_COMMAND,
    SEND_COMMAND.toUpperCase(),
    ' send this question to the policy team without my name. ',
    'Please send my question to the policy team',
  ]) {
    it(`are known: “${typed}”`, () => assert.ok(isSendCommand(typed)));
  }

  for (const typed of ['send this to my manager', 'can I send a question to the policy team?', 'send', '']) {
    it(`are not taken for what only resembles them: “${typed}”`, () => assert.ok(!isSendCommand(typed)));
  }
});
