import assert from 'node:assert/strict';
import { toActivity } from '../../src/bot/outgoing';
import type { Citation } from '../../src/bot/turn';

const personal = { personal: true };
const citation = (changes: Partial<Citation> = {}): Citation => ({
  position: 1,
  name: 'Clause P1',
  abstract: 'Words of the clause.',
  url: 'https://example.org/p1',
  ...changes,
});

interface Claim {
  readonly position: number;
  readonly appearance: { readonly name: string; readonly abstract: string };
}

function claims(citations: Citation[]): Claim[] {
  const [entity] = toActivity({ text: 'See [1]', extras: { citations } }, personal).entities ?? [];
  return (entity as unknown as { citation: Claim[] }).citation;
}

describe('What is sent', () => {
  it('is plain Markdown with a neutral summary when nothing else goes with the text', () => {
    assert.deepEqual(toActivity({ text: '**Yes**' }, personal), {
      type: 'message',
      textFormat: 'markdown',
      text: '**Yes**',
      summary: 'You have a message',
    });
  });

  it('is a card alone, with the card’s own summary', () => {
    const card = { content: { type: 'AdaptiveCard' }, summary: 'A request for you' };
    assert.deepEqual(toActivity({ card }, personal), {
      type: 'message',
      summary: 'A request for you',
      attachments: [
        { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } },
      ],
    });
  });

  it('asks for feedback only where it is wanted', () => {
    const asking = toActivity({ text: 'a', extras: { feedback: true } }, personal);
    assert.deepEqual(asking.channelData, { feedbackLoop: { type: 'default' } });
    assert.equal(toActivity({ text: 'a', extras: { feedback: false } }, personal).channelData, undefined);
  });

  it('offers at most three suggestions, and none outside a one-to-one chat', () => {
    const message = { text: 'a', extras: { suggestions: ['1', '2', '3', '4'] } };
    const offered = toActivity(message, personal).suggestedActions?.actions;
    assert.deepEqual(
      offered?.map(({ type, title, value }) => [type, title, value as string]),
      [
        ['imBack', '1', '1'],
        ['imBack', '2', '2'],
        ['imBack', '3', '3'],
      ],
    );
    assert.equal(toActivity(message, { personal: false }).suggestedActions, undefined);
  });

  it('names a citation in 80 characters and quotes it in 160, cut between words', () => {
    const long = 'word '.repeat(60);
    const [claim] = claims([citation({ name: long, abstract: long })]);
    assert.ok((claim?.appearance.name.length ?? 0) <= 80);
    assert.ok((claim?.appearance.abstract.length ?? 0) <= 160);
    assert.match(claim?.appearance.name ?? '', /word…$/);
  });

  it('leaves what fits as it is, and cuts nothing in the middle of a character', () => {
    const [whole] = claims([citation({ name: 'n'.repeat(80), abstract: 'a'.repeat(160) })]);
    assert.equal(whole?.appearance.name, 'n'.repeat(80));
    assert.equal(whole?.appearance.abstract, 'a'.repeat(160));
    const [cut] = claims([citation({ name: `${'n'.repeat(78)}😀😀` })]);
    assert.equal(cut?.appearance.name, `${'n'.repeat(78)}…`);
  });

  it('cites at most twenty clauses', () => {
    const many = Array.from({ length: 25 }, (_, i) => citation({ position: i + 1 }));
    assert.deepEqual(
      claims(many).map(({ position }) => position),
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
  });
});
