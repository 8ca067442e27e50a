import assert from 'node:assert/strict';
import type { SetupCommand } from '../../../src/features/setup/setupCommand';
import { setupCommandIn } from '../../../src/features/setup/setupCommand';

const rows: readonly (readonly [text: string, command: SetupCommand | undefined])[] = [
  ['use this team for managers', 'managersOn'],
  ['Use this team for Managers.', 'managersOn'],
  ['  please use   this team for the managers!', 'managersOn'],
  ['use this team as managers team', 'managersOn'],
  ["use this team as the managers' team", 'managersOn'],
  ['use my team for managers please', 'managersOn'],
  ['stop using this team for managers', 'managersOff'],
  ["Don't use this team for managers", 'managersOff'],
  ['don’t use this team for managers', 'managersOff'],
  ['use this channel for concerns', 'concernsOn'],
  ['USE THIS CHANNEL FOR CONCERNS', 'concernsOn'],
  ['"use this channel for concerns"', 'concernsOn'],
  ['use this channel for complaints', 'concernsOn'],
  ['use this channel as the concerns channel', 'concernsOn'],
  ['stop using this channel for concerns.', 'concernsOff'],
  ['setup', 'status'],
  ['Set up', 'status'],
  ['show the setup', 'status'],
  ['setup status', 'status'],
  ['this team for managers', undefined],
  ['can I use this channel for concerns?', undefined],
  ['should managers use this team', undefined],
  ['use this channel for holiday photos', undefined],
  ['help me set up an official page', undefined],
  ['', undefined],
];

describe('The administrator’s commands', () => {
  for (const [text, command] of rows) {
    it(`"${text}" is ${command ?? 'none of them'}`, () => assert.equal(setupCommandIn(text), command));
  }
});
