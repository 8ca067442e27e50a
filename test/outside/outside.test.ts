import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parsePeople } from '../../src/localTeams/people';
import { withTables } from './outsideTables';

const document = readFileSync('docs/outside.md', 'utf8');

describe('docs/outside.md', () => {
  it('has the commands, cards and routes as they are (npm run outside mends it)', () => {
    assert.equal(document, withTables(document));
  });

  it('is seen to be out of date when a row is missing', () => {
    const cut = document.replace(/\n\| `POST \/v3\/conversations`[^\n]*/, '');
    assert.notEqual(cut, document);
    assert.notEqual(cut, withTables(cut));
  });

  it('shows a people file that local Teams takes', () => {
    const example = /```json people\n([\s\S]*?)```/.exec(document)?.[1] ?? '';
    const people = parsePeople(JSON.parse(example) as unknown);
    assert.ok(z.array(z.unknown()).min(2).parse(people.people));
  });
});
