import assert from 'node:assert/strict';
import { ownPageFrom, tabLinkFrom } from '../../../../src/localTeams/page/state/deepLink';

const BASE = 'https://teams.microsoft.com/l/entity/app-1/policy';

describe('a link that opens a page of the app', () => {
  for (const name of ['subEntityId', 'subPageId']) {
    it(`is read with its place in the page, named ${name}`, () => {
      const context = encodeURIComponent(JSON.stringify({ [name]: 'P4.1' }));
      assert.deepEqual(tabLinkFrom(`${BASE}?context=${context}&label=Policy`), {
        appId: 'app-1',
        entityId: 'policy',
        subPageId: 'P4.1',
      });
    });
  }

  it('opens the page at its start when the place is missing or broken', () => {
    assert.deepEqual(tabLinkFrom(BASE), { appId: 'app-1', entityId: 'policy' });
    assert.deepEqual(tabLinkFrom(`${BASE}?context=%7Bnot`), { appId: 'app-1', entityId: 'policy' });
    assert.deepEqual(tabLinkFrom(`${BASE}?context=null`), { appId: 'app-1', entityId: 'policy' });
  });

  it('is no other address', () => {
    for (const address of [
      '',
      'policy',
      'https://example.invalid/l/entity/a/b',
      'https://teams.microsoft.com/l/chat/0/0',
    ]) {
      assert.equal(tabLinkFrom(address), undefined, address);
    }
  });
});

describe('a link to a page of the app at its own address', () => {
  const tabs = [{ entityId: 'policy', name: 'Policy', url: 'http://127.0.0.1:3978/pages/policy' }];

  it('opens that page, at the clause it names', () => {
    assert.deepEqual(ownPageFrom('http://127.0.0.1:3978/pages/policy?clause=P4.1', tabs), {
      entityId: 'policy',
      subPageId: 'P4.1',
    });
    assert.deepEqual(ownPageFrom('http://127.0.0.1:3978/pages/policy', tabs), { entityId: 'policy' });
  });

  it('is none at another address', () => {
    for (const address of ['', 'http://127.0.0.1:3978/pages/other', 'http://127.0.0.1:1/pages/policy']) {
      assert.equal(ownPageFrom(address, tabs), undefined, address);
    }
  });
});
