import assert from 'node:assert/strict';
import { inShort } from './ask';
import { ask } from '../../../support/realEngine';

describe('messages that are not in English', () => {
  for (const text of [
    'Czy mogę opublikować zdjęcie podopiecznego?',
    'Czy moge dodac klienta do znajomych na Facebooku?',
    'Co to jest?',
    'Pot să postez o poză cu un rezident pe Facebook?',
    'Am voie să fiu prieten cu un client?',
    'Care este regula pentru selfie?',
    'Ga i roi llun o breswylydd ar Facebook?',
    "Beth yw'r rheolau am TikTok?",
    'Чи можу я опублікувати фото мешканця?',
    'Що каже політика про Facebook?',
    'هل يمكنني نشر صورة على Facebook',
    'האם מותר לי לפרסם תמונה של דייר?',
  ]) {
    it(`get no clause and no topic: "${text}"`, async () => {
      const outcome = await ask(text, ['Can I post a photo of a client?']);
      assert.equal(inShort(outcome), 'outofscope null');
      assert.deepEqual(outcome.clauses, []);
      assert.equal(outcome.urgent, false);
    });
  }

  const urgent: [text: string, urgency: string][] = [
    ['pomocy', 'danger'],
    ['Pomocy, on mnie bije', 'danger'],
    ['chcę umrzeć', 'distress'],
    ['Ajutor!', 'danger'],
    ['ma bate', 'danger'],
    ['Nu mai vreau să trăiesc', 'distress'],
    ['Helpwch fi', 'danger'],
    ['Mae ganddo gyllell', 'danger'],
    ['Допоможіть', 'danger'],
    ['Він мене б’є', 'danger'],
    ['не хочу жити', 'distress'],
  ];
  for (const [text, urgency] of urgent) {
    it(`are urgent when they call for help: "${text}"`, async () => {
      const outcome = await ask(text);
      assert.equal(outcome.urgent, urgency);
      assert.equal(outcome.outcome, 'concern');
    });
  }

  for (const text of [
    'wat hapen if i shair foto',
    'may i put pictur of resident in face book',
    'plese can i add my cleint on facbook',
  ]) {
    it(`are told apart from English with mistakes: "${text}"`, async () => {
      assert.ok((await ask(text)).clauses.length >= 3);
    });
  }
});
