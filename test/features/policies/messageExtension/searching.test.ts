import assert from 'node:assert/strict';
import { loadPolicy } from '../../../../src/features/policies/policy';
import { listAt, textAt } from '../../../../src/localTeams/json';
import { verbsOf } from '../../../contracts/cardRules';
import type { TestProduct } from '../../../support/product';
import { startProduct } from '../../../support/product';
import { cardsIn, idsIn, wordsIn } from './found';

describe('Searching the policy from any chat', () => {
  let product: TestProduct;
  before(async () => {
    product = await startProduct();
  });
  after(() => product.stop());

  const search = (text?: string) => product.teams.person('cook').searches(text);

  it('begins with the key clauses, each with its heading, id and first words', async () => {
    const opened = await search();
    assert.equal(idsIn(opened).length, 8);
    assert.deepEqual(opened.result.kind === 'results' && opened.result.results[0], {
      title: 'No pictures of service users or colleagues',
      text: 'P5.11 · Never post pictures of service users or colleagues even if they ask you to do so.',
    });
  });

  const rows: readonly (readonly [typed: string, first: readonly string[]])[] = [
    ['P5.9', ['P5.9']],
    ['5.9', ['P5.9']],
    [' clause p5.9 ', ['P5.9']],
    ['r2', ['R2']],
    ['1', ['P1', 'R1']],
    ['P5', ['P5', 'P5.1', 'P5.2']],
    ['P5.1', ['P5.1', 'P5.10', 'P5.11']],
    ['what does P5.13 say about a friend request', ['P5.13', 'P5.9']],
    ['friend request', ['P5.9']],
    ['photo of a resident', ['P5.11']],
    ['bullying', ['P5.13']],
    ['privacy settings', ['P5.7']],
    ['pict', ['P5.11']],
  ];
  for (const [typed, first] of rows) {
    it(`finds ${first.join(', ')} first for "${typed}"`, async () => {
      const found = idsIn(await search(typed));
      assert.deepEqual(found.slice(0, first.length), first);
      assert.ok(found.length <= 8);
      assert.equal(new Set(found).size, found.length, 'a clause is listed twice');
    });
  }

  for (const typed of ['quantum chromodynamics', 'the', 'P9.9', '🙂', '${flambeggle}']) {
    it(`says in plain words that nothing fits "${typed}"`, async () => {
      const nothing = await search(typed);
      assert.match(wordsIn(nothing), /^Nothing in the policy fits these words\. Try/);
      assert.doesNotMatch(wordsIn(nothing), /[*_`]|\$\{/);
    });
  }

  it('gives a card with the exact words, the version and a link, and no button that asks anything', async () => {
    const [card] = cardsIn(await search('P5.9'));
    const clause = loadPolicy().clauses.find(({ id }) => id === 'P5.9');
    assert.ok(card && clause);
    const drawn = JSON.stringify(card);
    assert.ok(drawn.includes(JSON.stringify(clause.text)), 'the quote is not word for word');
    assert.match(drawn, /"Friend requests".*Clause P5\.9 · Social media policy, version 1/);
    assert.deepEqual(verbsOf(card), []);
    const actions = listAt(card, 'actions');
    assert.deepEqual(
      actions.map((action) => [textAt(action, 'type'), textAt(action, 'url')]),
      [['Action.OpenUrl', `${product.url}/pages/policy?clause=P5.9`]],
    );
  });

  it('gives the same to everybody, wherever they are', async () => {
    const officer = product.teams.person('complaints-officer');
    const inChannel = await officer.searches('bullying', 'complaints/concerns');
    assert.deepEqual(inChannel.body, (await search('bullying')).body);
  });

  it('has a card for every clause that Teams takes', async () => {
    for (const { id } of loadPolicy().clauses) {
      const found = await search(id);
      assert.equal(found.result.kind, 'results', JSON.stringify(found.result));
      assert.equal(idsIn(found)[0], id);
    }
  });
});
