import assert from 'node:assert/strict';
import { isOfReports } from '../../src/features/concerns/reporter/reportCards';
import { filesBelow } from '../support/files';

/** What handlers, contacts, HR and administrators see, and what stands in dialogs alone. */
const OF_OTHERS = new Set(
  'access breach case channel clockNotice chronology clocks close confirmHandler contactChange contactList contactTold datePassed files keepCase keepSafe menu myCases original reveal revealAnswer revealName revealNoted revealReason revealSecond ringMe safeguarding toldHandler trends work'.split(
    ' ',
  ),
);

describe('hide my reports', () => {
  const names = filesBelow('adaptiveCards/concerns', /(?<!\.data)\.json$/).map((path) =>
    path.slice('adaptiveCards/concerns/'.length, -'.json'.length),
  );
  for (const name of names) {
    it(`knows of the card ${name} whether a reporter sees it in their chat`, () =>
      assert.notEqual(isOfReports(`concerns/${name}`), OF_OTHERS.has(name)));
  }
});
