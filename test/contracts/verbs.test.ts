import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { render } from '../../src/cards/render';
import { filesBelow } from '../support/files';
import { startProduct } from '../support/product';
import { verbsOf } from './cardRules';

/** Verbs of cards without a handler, and verbs with a handler that no card has. */
function unmatched(ofCards: readonly string[], handled: readonly string[]): string[] {
  return [
    ...ofCards
      .filter((verb) => !handled.includes(verb))
      .map((verb) => `${verb} is on a card and has no handler`),
    ...handled
      .filter((verb) => !ofCards.includes(verb))
      .map((verb) => `${verb} has a handler and is on no card`),
  ];
}

describe('The verbs', () => {
  it('of all cards have a handler each, and every handler has a card', async () => {
    const product = await startProduct({ setUp: false });
    try {
      const ofCards = filesBelow('adaptiveCards', /(?<!\.data)\.json$/).flatMap(verbsOnCard);
      assert.deepEqual(unmatched([...new Set(ofCards)], product.bot.verbs), []);
    } finally {
      await product.stop();
    }
  });

  it('are seen to be unmatched in either direction', () => {
    assert.deepEqual(unmatched(['a.one', 'a.two'], ['a.two', 'a.three']), [
      'a.one is on a card and has no handler',
      'a.three has a handler and is on no card',
    ]);
  });
});

/** Those of the drawn sample, and those of parts that the sample does not show. */
function verbsOnCard(path: string): string[] {
  const name = path.slice('adaptiveCards/'.length, -'.json'.length);
  const template = JSON.parse(readFileSync(path, 'utf8')) as unknown;
  const data = JSON.parse(readFileSync(`adaptiveCards/${name}.data.json`, 'utf8')) as object;
  const written = verbsOf(template).filter((verb) => !verb.includes('${'));
  return [...verbsOf(render(name, data).content), ...written];
}
