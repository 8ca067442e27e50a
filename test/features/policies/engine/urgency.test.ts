import assert from 'node:assert/strict';
import { anyOf } from '../../../../src/features/policies/engine/urgencyPatterns';
import { ask } from '../../../support/realEngine';

describe('messages of immediate danger', () => {
  const danger = [
    'Hes outside with a bat shouting my name',
    'Somebody is punching a resident and streaming it',
    'he said he is gonna stab me after work',
    'She is unconscious, they are just filming',
    'I had a death threat in my inbox',
    'There’s a man banging on the door, he got my address from Facebook',
  ];
  for (const text of danger) {
    it(`calls "${text}" danger`, async () => {
      const outcome = await ask(text);
      assert.equal(outcome.urgent, 'danger');
      assert.equal(outcome.report, true);
    });
  }

  const distress = [
    'I don’t want to be here any more',
    'I want to die',
    'they would be better off without me',
    'I feel suicidal',
  ];
  for (const text of distress) {
    it(`calls "${text}" distress`, async () => {
      assert.equal((await ask(text)).urgent, 'distress');
    });
  }

  it('finds danger at the end of a very long message', async () => {
    const text = `${'and then she wrote again about the rota '.repeat(400)} he has a knife`;
    assert.equal((await ask(text)).urgent, 'danger');
  });

  it('tries the patterns even among words that it does not know', async () => {
    assert.equal((await ask('qwrtp zxcvb lkjhg poiuyt suicidal')).urgent, 'distress');
    assert.equal((await ask('qwrtp zxcvb lkjhg poiuyt knife')).urgent, 'danger');
  });

  it('does not answer a cry for help with a clause', async () => {
    assert.equal((await ask('I want to die, everyone has seen it')).outcome, 'concern');
  });

  for (const text of [
    'Can I post a selfie at work?',
    'Can I use Facebook?',
    'goodbye',
    'What are the main rules?',
    'word word word word word word',
    'And if she is the one who adds me?',
    'A colleague has put a photo of a resident on Facebook. ${danger} today',
    'May I share a picture of my bread knife?',
    'Can I share a link about suicide prevention?',
    'help',
    'can you help me please',
  ]) {
    it(`leaves "${text}" alone`, async () => {
      assert.equal((await ask(text)).urgent, false);
    });
  }

  it('hears a follow-up without harm and one with it', async () => {
    const previous = ['May I add a client on Facebook?'];
    assert.equal((await ask('and if he is the one who asks?', previous)).urgent, false);
    assert.equal((await ask('he is hurting her now', previous)).urgent, 'danger');
  });

  it('hears danger in the words of a question for leave', async () => {
    assert.equal((await ask('Can I post that he is going to kill me?')).urgent, 'danger');
  });

  for (const text of ['Help me please', 'please help me!', 'somebody help']) {
    it(`takes "${text}" for a call for help, not for the command`, async () => {
      const { outcome, urgent } = await ask(text);
      assert.deepEqual([outcome, urgent], ['concern', 'danger']);
    });
  }

  it('matches patterns as whole words, whatever apostrophes they are written with', () => {
    const pattern = anyOf(["can't go on", 'gun']);
    assert.ok(pattern.test('i cant go on'));
    assert.ok(!pattern.test('we have begun'));
    assert.ok(!pattern.test('the gunge'));
  });
});

describe('one urgent sentence in a long report', () => {
  it('is noticed among many calm ones', async () => {
    const calm =
      'We had a quiet shift with tea at four and a film after it, and the handover was on time as always. ';
    const urgent = 'He is attacking a resident right now. ';
    assert.equal((await ask(calm + urgent + calm.repeat(3))).urgent, 'danger');
    assert.equal((await ask(calm.repeat(5))).urgent, false);
  });
});
