import assert from 'node:assert/strict';
import people from '../../../../src/localTeams/people.json';
import { parsePeople } from '../../../../src/localTeams/people';
import type { TestProduct } from '../../../support/product';
import { startProduct } from '../../../support/product';
import { withoutRates } from '../../../support/withoutRates';
import { placeIn } from '../direct';
import { pictureWithPlace } from '../evidence/pictures';
import { UploadPage } from '../evidence/uploadPage';
import { press, referenceIn, seen, toReview } from '../reporting';
import type { Role } from './caseRoles';
import { pressMadeUp } from './rawPress';

/** What the report says, and nobody who may not read it ever sees. */
export const WORDS = 'Invented: a picture of a resident was put into a group.';
const ABOUT = { kind: 'picture', affected: 'serviceUser', what: WORDS };

export const PEOPLE: Readonly<Record<Role, string>> = {
  staff: 'cook',
  manager: 'manager',
  notConfirmed: 'newcomer',
  handler: 'complaints-officer',
  named: 'second-officer',
  listed: 'driver',
  lead: 'complaints-lead',
  administrator: 'second-admin',
  guest: 'guest',
  safeguarding: 'nurse',
  dataProtection: 'office',
  reporter: 'night-carer',
  otherReporter: 'other',
};

const IN_COMPLAINTS = [
  { key: 'newcomer', name: 'Nigel Newdesk', title: 'Complaints assistant', role: 'staff' },
  { key: 'applicant', name: 'Noreen Newchair', title: 'Complaints assistant', role: 'staff' },
  { key: 'second-officer', name: 'Odo Otherdesk', title: 'Complaints officer', role: 'complaints officer' },
  { key: 'guest', name: 'Gwendolen Guestly', title: 'Visitor', role: 'staff', guest: true },
];
const IN_CARE = [
  { key: 'other', name: 'Olive Othershift', title: 'Carer', role: 'staff' },
  { key: 'spare-1', name: 'Spare One', title: 'Carer', role: 'staff' },
  { key: 'spare-2', name: 'Spare Two', title: 'Carer', role: 'staff' },
];
const MORE: Readonly<Record<string, readonly { readonly key: string }[]>> = {
  complaints: IN_COMPLAINTS,
  care: IN_CARE,
};

function withEveryRole() {
  const teams = people.teams.map((team) => ({
    ...team,
    members: [...team.members, ...(MORE[team.key] ?? []).map(({ key }) => key)],
  }));
  return parsePeople({ ...people, people: [...people.people, ...IN_COMPLAINTS, ...IN_CARE], teams });
}

/** One report with a file, which names a handler, and a person of every role around it. */
export interface RoleWorld {
  readonly product: TestProduct;
  readonly reference: string;
  /** What a press about the report carries. */
  readonly data: Readonly<Record<string, unknown>>;
}

export async function roleWorld(): Promise<RoleWorld> {
  const product = await startProduct(withoutRates({ people: withEveryRole() }));
  const says = (who: string, words: string): Promise<number> => product.teams.person(who).says(words);
  await says('complaints-lead', 'conflicts go to Wilf Wheelwright, Spare One, Spare Two');
  await says('admin', 'make Petra Poultice a safeguarding contact');
  await says('admin', 'make Oswin Inkpot the data-protection contact');
  const { people: known } = await product.teams.world();
  const idOf = (key: string): string => known.find((one) => one.key === key)?.aadObjectId ?? assert.fail(key);
  const reporter = product.teams.person('night-carer');
  await toReview(reporter, ABOUT);
  await press(reporter, 'Send', { name: 'kept', involved: idOf('second-officer') });
  await product.idle();
  const reference = referenceIn(await reporter.lastCardMessage());
  const page = await UploadPage.openedBy(product.url, reporter);
  await page.adds('one', await pictureWithPlace(), 'image/jpeg');
  await product.idle();
  const caseId = /"case":"([0-9a-f]+)"/.exec(
    seen(await product.teams.person('driver').lastCardMessage()),
  )?.[1];
  assert.ok(caseId, 'the first of the three has the report');
  // Who asks to be confirmed is waiting for the lead.
  await pressMadeUp(product, 'applicant', 'concerns.open', { case: caseId });
  // What one administrator asks waits for another.
  await says('admin', 'make Fergus Foldersby the complaints lead');
  await product.idle();
  const asked = seen(await product.teams.person(PEOPLE.administrator).lastCardMessage());
  const request = /"request":"([^"]+)"/.exec(asked)?.[1];
  assert.ok(request, asked);
  const files = await pressMadeUp(product, 'driver', 'concerns.files', { case: caseId });
  const file = /"file\\?":\\?"([^"\\]+)/.exec(files)?.[1];
  assert.ok(file, files);
  const form = { work: 'concerns.note', text: 'Invented note.', reason: 'Invented reason.', detail: 'More.' };
  return {
    product,
    reference,
    data: {
      case: caseId,
      file,
      request,
      person: idOf('applicant'),
      ...form,
      outcome: 'upheld',
      reply: 'dealtWith',
    },
  };
}

/** The other reporter's draft, as its newest card carries it. */
export async function draftOfOther({ product }: RoleWorld): Promise<Record<string, unknown>> {
  const other = product.teams.person(PEOPLE.otherReporter);
  await other.says('report');
  return placeIn(await other.lastCardMessage());
}
