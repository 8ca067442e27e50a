import assert from 'node:assert/strict';
import { pageCard } from '../../../src/features/acknowledgements/asked/pageCard';
import { requestCard } from '../../../src/features/acknowledgements/asked/requestCard';
import { statusCard } from '../../../src/features/acknowledgements/progress/statusCard';
import { aCampaign, aPart, samplePolicy } from './samples';

const reader = { notice: '', mayConfirm: true, campaignId: 'c', partId: 'p' };
const page = (number: number, changes: Partial<typeof reader> = {}) =>
  pageCard(samplePolicy, { ...reader, ...changes, page: number });
const titlesOf = (card: { content: Record<string, unknown> }) =>
  (card.content['actions'] as { title: string }[]).map((action) => action.title);
const textOf = (card: { content: Record<string, unknown> }) => JSON.stringify(card.content['body']);

describe('the cards of a request', () => {
  it('show the policy word for word, page by page, with its markers', () => {
    assert.match(textOf(page(1)), /"1\. The _first_ clause\."/);
    assert.match(textOf(page(2)), /"· The second clause\."/);
    assert.match(textOf(page(3)), /"The last clause\."/);
  });

  it('lead forward and back, and to the confirmation at the end only', () => {
    assert.deepEqual(titlesOf(page(1)), ['Next']);
    assert.deepEqual(titlesOf(page(2)), ['Next', 'Back']);
    assert.deepEqual(titlesOf(page(3)), ['I confirm', 'Back']);
  });

  it('put the statement beside the confirmation', () => {
    assert.match(textOf(page(3)), /I have read the sample/);
    assert.doesNotMatch(textOf(page(2)), /I have read the sample/);
  });

  it('show the nearest page to one that is not there', () => {
    assert.match(textOf(page(-4)), /Page 1 of 3/);
    assert.match(textOf(page(99)), /Page 3 of 3/);
  });

  it('offer no confirmation to who was not asked', () => {
    assert.deepEqual(titlesOf(page(3, { mayConfirm: false })), ['Back']);
  });

  it('show Markdown, links and bindings that a manager typed as they are', () => {
    const typed = '**Bold** [link](http://x.example) ${danger} <b>';
    const card = requestCard(samplePolicy, aCampaign({ title: typed, words: typed }), '0-0');
    const parts = card.content['body'] as { type: string; inlines?: { text: string }[] }[];
    const showing = parts.filter((part) => part.inlines?.some((run) => run.text === typed));
    assert.deepEqual(
      showing.map((part) => part.type),
      ['RichTextBlock', 'RichTextBlock'],
    );
  });

  it('say nothing on a locked phone', () => {
    const card = requestCard(samplePolicy, aCampaign({ title: 'Secret' }), '0-0');
    assert.doesNotMatch(card.summary, /Secret|Sample/);
  });

  it('show a manager how many are asked, have it, confirmed and cannot be reached, and why', () => {
    const parts = [
      aPart('0-0', { pending: 1, delivered: 4, acknowledged: 2 }),
      aPart('0-1', { blocked: 1, left: 2 }),
    ];
    const text = textOf(statusCard({ campaign: aCampaign(), parts, statusPlace: undefined }));
    assert.match(text, /2 of 8/);
    for (const fact of [
      'Asked","value":"8"',
      'Still to confirm","value":"3"',
      'Cannot be reached","value":"3"',
    ]) {
      assert.ok(text.includes(fact), fact);
    }
    assert.match(text, /Have blocked me","value":"1"/);
    assert.doesNotMatch(text, /Do not have me/);
  });

  it('show a manager a request to nobody without a bar and without a share', () => {
    const text = textOf(statusCard({ campaign: aCampaign(), parts: [], statusPlace: undefined }));
    assert.match(text, /0 of 0/);
    assert.doesNotMatch(text, /ColumnSet|%|NaN/);
  });
});
