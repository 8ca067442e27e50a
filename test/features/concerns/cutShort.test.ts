import assert from 'node:assert/strict';
import { DirectConcerns } from './direct';
import { WHAT } from './reporting';

const shown = (reply: unknown): string => JSON.stringify(reply);
const referenceOf = (reply: unknown): string => /[2-9A-Z]{3}-[2-9A-Z]{4}/.exec(shown(reply))?.[0] ?? '';

describe('a sending that was cut short between the case and the draft', () => {
  const concerns = new DirectConcerns();
  before(() => concerns.start());

  /** As if the process had ended after the case was saved: the draft is there again. */
  async function cutShort(who: string) {
    const place = await concerns.toReview(who);
    const restore = await concerns.keepDraft(who);
    const reference = referenceOf(await concerns.press(who, 'send', { ...place, name: 'kept' }));
    await restore();
    assert.match(reference, /-/);
    return { place, reference };
  }

  for (const verb of ['send', 'askCancel', 'change', 'later', 'answer']) {
    it(`shows the receipt at the press of concerns.${verb}, and never says that nobody has seen it`, async () => {
      const { place, reference } = await cutShort(`presser ${verb}`);
      const reply = await concerns.press(`presser ${verb}`, verb, { ...place, what: 'Changed.' });
      assert.match(shown(reply), /Your report is sent/);
      assert.equal(referenceOf(reply), reference);
      assert.doesNotMatch(shown(await concerns.says(`presser ${verb}`, 'report')), new RegExp(WHAT));
    });
  }

  for (const words of ['report', 'cancel', 'send']) {
    it(`shows the receipt when "${words}" is typed`, async () => {
      const { reference } = await cutShort(`typer ${words}`);
      assert.equal(referenceOf(await concerns.says(`typer ${words}`, words)), reference);
    });
  }
});
