import assert from 'node:assert/strict';
import { clauseChanges, countInWords } from '../../../src/features/acknowledgements/versions/clauseChanges';

const clause = (id: string, text: string, heading = `About ${id}`) => ({ id, heading, text });

describe('two versions of the policy', () => {
  it('are told apart by the ids of their clauses', () => {
    const changes = clauseChanges(
      [clause('P1', 'One.'), clause('P2', 'Two.'), clause('P3', 'Three.')],
      [clause('P0', 'Zero.'), clause('P1', 'One.'), clause('P3', 'Three!', 'New heading')],
    );
    assert.deepEqual(changes, [
      { id: 'P0', heading: 'About P0', kind: 'added', before: '', after: 'Zero.' },
      { id: 'P3', heading: 'New heading', kind: 'changed', before: 'Three.', after: 'Three!' },
      { id: 'P2', heading: 'About P2', kind: 'removed', before: 'Two.', after: '' },
    ]);
    assert.equal(countInWords(changes), '1 changed, 1 added, 1 removed');
  });

  it('are the same when only headings and places changed', () => {
    const before = [clause('P1', 'One.'), clause('P2', 'Two.')];
    assert.deepEqual(clauseChanges(before, [clause('P2', 'Two.', 'Else'), clause('P1', 'One.')]), []);
    assert.deepEqual(clauseChanges([], []), []);
  });
});
