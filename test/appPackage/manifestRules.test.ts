import assert from 'node:assert/strict';
import { ruleProblems } from '../../src/appPackage/manifestRules';

const botId = 'c7d9b3a2-84e5-4f0b-a6c1-2e93d5f70b42';

/** A manifest in order, as far as the rules read it, but for what a test changes in its bot or beside it. */
function manifestWith(change: { bot?: object; manifest?: object } = {}): unknown {
  const help = { title: 'help', description: 'See what I can do' };
  return {
    id: '5a0c1f6e-1d34-4c52-9b0e-6f2d8e7a4b11',
    version: '1.0.0',
    bots: [
      {
        botId,
        scopes: ['personal'],
        commandLists: [{ scopes: ['personal'], commands: [help] }],
        ...change.bot,
      },
    ],
    staticTabs: [{ entityId: 'policy', contentUrl: 'https://bot.example.org/pages/policy' }],
    validDomains: ['bot.example.org'],
    webApplicationInfo: { id: botId, resource: `api://bot.example.org/${botId}` },
    ...change.manifest,
  };
}

function commands(count: number, description = 'What it does'): object {
  const list = Array.from({ length: count }, (_each, index) => ({ title: `command ${index}`, description }));
  return { commandLists: [{ scopes: ['personal'], commands: list }] };
}

/** A message extension with one search, but for what a test changes in the search or beside it. */
function searching(change: { search?: object; extension?: object } = {}): object {
  const search = { id: 'find', type: 'query', context: ['compose'], parameters: [{ name: 'words' }] };
  const commands = [{ ...search, ...change.search }];
  return { composeExtensions: [{ botId, commands, ...change.extension }] };
}

const tab = (contentUrl: string) => ({ staticTabs: [{ entityId: 'policy', contentUrl }] });

const TWIN = { id: 'find', context: ['compose'], parameters: [{ name: 'words' }] };

const wrong: [string, unknown, RegExp][] = [
  ['an eleventh command', manifestWith({ bot: commands(11) }), /has 11 commands; Teams shows 10/],
  [
    'a description of 129 characters',
    manifestWith({ bot: commands(1, 'd'.repeat(129)) }),
    /129 characters; at most 128/,
  ],
  [
    'a scope without commands',
    manifestWith({ bot: { scopes: ['personal', 'team'] } }),
    /scope team needs one command list/,
  ],
  ['files through the chat', manifestWith({ bot: { supportsFiles: true } }), /supportsFiles must not be set/],
  ['one id for app and bot', manifestWith({ manifest: { id: botId } }), /two different things/],
  [
    'a tab without https',
    manifestWith({ manifest: tab('http://bot.example.org/') }),
    /must be served by https/,
  ],
  [
    'a tab of a foreign host',
    manifestWith({ manifest: tab('https://elsewhere.example.org/') }),
    /does not name the tab's host/,
  ],
  ['a tab without an address', manifestWith({ manifest: tab('policy') }), /has no web address/],
  [
    'a prompt without words',
    manifestWith({
      bot: { commandLists: [{ scopes: ['personal'], commands: [{ title: 'Ask', type: 'prompt' }] }] },
    }),
    /prompt "Ask" has no words/,
  ],
  [
    'a search of another bot',
    manifestWith({ manifest: searching({ extension: { botId: 'another' } }) }),
    /composeExtensions must name the bot id/,
  ],
  [
    'a search without anything to type',
    manifestWith({ manifest: searching({ search: { parameters: [] } }) }),
    /needs one parameter and has 0/,
  ],
  [
    'a search that is not where people write',
    manifestWith({ manifest: searching({ search: { context: ['commandBox'] } }) }),
    /not offered where people write/,
  ],
  [
    'two searches of one name',
    manifestWith({ manifest: searching({ extension: { commands: [TWIN, TWIN] } }) }),
    /composeExtensions names a command twice/,
  ],
  [
    'two message extensions',
    manifestWith({
      manifest: {
        composeExtensions: [
          { botId, commands: [] },
          { botId, commands: [] },
        ],
      },
    }),
    /lacks a part that this product needs/,
  ],
  ['a version of two numbers', manifestWith({ manifest: { version: '1.0' } }), /not like 1\.2\.3/],
  ['no bot at all', manifestWith({ manifest: { bots: [] } }), /lacks a part that this product needs/],
];

describe('The rules for the manifest beyond the schema', () => {
  it('pass a manifest in order', () => {
    assert.deepEqual(ruleProblems(manifestWith()), []);
    assert.deepEqual(ruleProblems(manifestWith({ manifest: searching() })), []);
  });

  for (const [what, manifest, expected] of wrong)
    it(`refuse ${what}`, () => {
      assert.match(ruleProblems(manifest).join('\n'), expected);
    });

  it('refuse a command that stands twice in one menu', () => {
    const twice = [{ title: 'help' }, { title: 'Help' }];
    const bot = { commandLists: [{ scopes: ['personal'], commands: twice }] };
    assert.match(ruleProblems(manifestWith({ bot })).join('\n'), /names a command twice/);
  });
});
