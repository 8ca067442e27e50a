import assert from 'node:assert/strict';
import { deepLink, policyLink } from '../../src/pages/deepLink';

const appId = '5a0c1f6e-1d34-4c52-9b0e-6f2d8e7a4b11';
const clause = { id: 'P5.11', heading: 'Pictures & people' };

describe('A link to the policy', () => {
  it('opens the tab at the clause in Teams', () => {
    const link = new URL(policyLink({ mode: 'teams', appId, baseUrl: 'https://bot.example.org' }, clause));
    assert.equal(link.origin + link.pathname, `https://teams.microsoft.com/l/entity/${appId}/policy`);
    assert.deepEqual(JSON.parse(link.searchParams.get('context') ?? ''), { subEntityId: 'P5.11' });
    assert.equal(link.searchParams.get('label'), 'P5.11 Pictures & people');
    assert.equal(link.searchParams.get('webUrl'), 'https://bot.example.org/pages/policy?clause=P5.11');
  });

  it('opens the whole policy when no clause is named', () => {
    const link = new URL(policyLink({ mode: 'teams', appId, baseUrl: 'https://bot.example.org' }));
    assert.deepEqual([link.searchParams.get('context'), link.searchParams.get('label')], [null, 'Policy']);
  });

  it("is the page's own address in local Teams", () => {
    const settings = { mode: 'local' as const, appId, baseUrl: 'http://127.0.0.1:3978' };
    assert.equal(policyLink(settings, clause), 'http://127.0.0.1:3978/pages/policy?clause=P5.11');
    assert.equal(policyLink(settings), 'http://127.0.0.1:3978/pages/policy');
  });

  it('writes a space as %20 and never as a plus, which phones would show', () => {
    const link = deepLink({ appId, entityId: 'policy', label: 'a b+c', webUrl: 'https://bot.example.org/x' });
    assert.match(link, /label=a%20b%2Bc$/);
  });
});
