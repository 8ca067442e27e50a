import people from '../../../src/localTeams/people.json';
import type { MessageView } from '../../../src/localTeams/api';
import type { PersonDriver } from '../../../src/localTeams/driver';
import { parsePeople } from '../../../src/localTeams/people';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { withoutRates } from '../../support/withoutRates';

const REFERENCE = /[2346789FHKMRTWXY]{3}-[2346789FHKMRTWXY]{4}/;

/** The example's people with as many more: carers who report, and officers whom the lead confirmed. */
function peopleWith(carers: number, officers: number) {
  const some = (count: number, key: string, role: string) =>
    Array.from({ length: count }, (_, at) => ({
      ...{ key: `${key}-${at}`, name: `${key} Number${at}`, title: role, role },
    }));
  const more: Readonly<Record<string, readonly { readonly key: string }[]>> = {
    care: some(carers, 'carer', 'staff'),
    complaints: some(officers, 'officer', 'complaints officer'),
  };
  const teams = people.teams.map((team) => ({
    ...team,
    members: [...team.members, ...(more[team.key] ?? []).map(({ key }) => key)],
  }));
  return parsePeople({ ...people, people: [...people.people, ...Object.values(more).flat()], teams });
}

/** The whole product with a complaints team, without Teams' rates. */
export function startComplaints(carers: number, officers = 0): Promise<TestProduct> {
  return startProduct(withoutRates({ people: peopleWith(carers, officers) }));
}

/** A whole report, from the first word to Send. @returns its reference */
export async function report(person: PersonDriver, about: Record<string, string>): Promise<string> {
  const press = async (title: string, inputs = {}): Promise<unknown> =>
    person.presses(await person.lastCardMessage(), title, inputs);
  await person.says('report');
  await press('No');
  await press('Next', about);
  await press('Send', { name: 'kept' });
  const receipt = await person.lastCardMessage();
  const reference = REFERENCE.exec(JSON.stringify(receipt))?.[0];
  if (!reference) throw new Error(`There is no reference in the receipt of ${person.key}.`);
  return reference;
}

/** The cards of a report in the channel. A note of its dates is none: it opens nothing. */
export async function cardsOf({ teams }: TestProduct, reference: string): Promise<MessageView[]> {
  const messages = await teams.channel('complaints/concerns').messages();
  return messages.filter(({ card, deleted }) => {
    const shown = card && !deleted ? JSON.stringify(card) : '';
    return shown.includes(reference) && shown.includes('concerns.open');
  });
}
