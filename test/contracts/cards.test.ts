import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { CardError, render } from '../../src/cards/render';
import { filesBelow } from '../support/files';
import { cardProblems } from './cardRules';

const names = filesBelow('adaptiveCards', /(?<!\.data)\.json$/).map((path) =>
  path.slice('adaptiveCards/'.length, -'.json'.length),
);
const sample = (name: string) =>
  JSON.parse(readFileSync(`adaptiveCards/${name}.data.json`, 'utf8')) as Record<string, unknown>;

describe('The cards', () => {
  for (const name of names) {
    it(`${name} is drawn with its sample data, and Teams and screen readers can take it`, () => {
      assert.ok(existsSync(`adaptiveCards/${name}.data.json`), 'there is no sample data');
      assert.deepEqual(cardProblems(render(name, sample(name)).content), []);
    });

    it(`${name} is refused when any of its data is missing`, () => {
      for (const key of bound(name)) {
        const { [key]: _, ...rest } = sample(name);
        assert.throws(() => render(name, rest), CardError, `without ${key} it is drawn all the same`);
      }
    });
  }

  it('have no sample data without a card', () => {
    const samples = filesBelow('adaptiveCards', /\.data\.json$/).map((path) =>
      path.slice('adaptiveCards/'.length, -'.data.json'.length),
    );
    assert.deepEqual(samples, names);
  });

  it('show a binding that somebody typed as it was typed', () => {
    const [name] = names.filter((each) => JSON.stringify(sample(each)).length > 2);
    assert.ok(name);
    const key = Object.keys(sample(name)).find((each) => typeof sample(name)[each] === 'string') ?? '';
    const { content } = render(name, { ...sample(name), [key]: '${danger}' });
    assert.ok(JSON.stringify(content).includes('${danger}'));
  });

  it('are seen to be wrong when an input has no label, a text does not wrap or a verb is not in its data', () => {
    const bad = {
      type: 'AdaptiveCard',
      version: '1.6',
      body: [
        { type: 'TextBlock', text: 'x' },
        { type: 'Input.Text', id: 'a', isRequired: true },
      ],
      actions: [{ type: 'Action.Execute', title: 'x', verb: 'a.b', data: {} }],
    };
    assert.equal(cardProblems(bad).length, 5);
  });
});

/** The top-level names that the template binds to. */
function bound(name: string): string[] {
  const template = readFileSync(`adaptiveCards/${name}.json`, 'utf8');
  const data = sample(name);
  return Object.keys(data).filter((key) => new RegExp(`\\$\\{[^}]*\\b(?<![.$])${key}\\b`).test(template));
}
