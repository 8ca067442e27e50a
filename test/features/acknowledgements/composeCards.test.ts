import assert from 'node:assert/strict';
import { composeCard } from '../../../src/features/acknowledgements/compose/composeCard';
import { newDraft } from '../../../src/features/acknowledgements/compose/draft';
import { previewCard } from '../../../src/features/acknowledgements/compose/previewCard';
import { loadPolicy } from '../../../src/features/policies/policy';
import { sections } from '../../../src/features/policies/sections';
import { NOW } from './samples';

const policy = { ...loadPolicy(), sections: sections(loadPolicy()) };
const teams = Array.from({ length: 100 }, (_, at) => ({
  id: `19:${String(at).padStart(32, '0')}@thread.tacv2`,
  name: `Care team in the place with a long name, number ${at}`,
  serviceUrl: '',
  managers: false,
  installed: true,
}));
const draft = {
  ...newDraft(
    { managerId: 'm', activityId: 'a' },
    policy,
    teams.map(({ id }) => id),
    NOW,
  ),
  words: 'ł'.repeat(1_000),
};

describe('the cards of writing a request', () => {
  it('fit what Teams takes with a hundred teams and the longest words', () => {
    const around = { policy, teams, now: NOW, mayAskEveryone: true, warning: 'x'.repeat(300) };
    assert.match(JSON.stringify(composeCard(draft, around).content), /number 99/);
    const byTeam = teams.map(({ name }) => ({ team: name, people: 2 }));
    const reach = { people: 200, others: 200, byTeam, blocked: 0, complete: true, shared: '' };
    const words = JSON.stringify(previewCard(policy, draft, 'Mona Sample', reach).content);
    assert.match(words, /number 14"[^}]*\}[^}]*2 people.*And 85 more"[^}]*\}[^}]*170 people/);
    assert.doesNotMatch(words, /number 15/);
  });

  it('offer every clause of the policy, by the words that it begins with', () => {
    const around = { policy, teams: [], now: NOW, mayAskEveryone: false };
    const words = JSON.stringify(composeCard(draft, around).content);
    for (const { id } of policy.clauses) assert.ok(words.includes(`"value":"clause:${id}"`), id);
  });
});
