import type { Contact } from './contacts';

/** Days keep their capital letter in the middle of a line, written out or shortened. */
const beginsWithDay = /^(mon|tue|wed|thu|fri|sat|sun)(s|rs|urs|nes|ur)?(day)?s?\b/i;

/** One contact as a line of plain text, for a message or a card. An example says that it is one. */
export function contactLine(contact: Contact): string {
  const ways = [contact.phone, contact.email, contact.address]
    .filter((way) => way !== undefined)
    .join(' or ');
  const hours = contact.hours ? ` (${withinLine(contact.hours)})` : '';
  return `${contact.label}: ${ways}${hours}${contact.placeholder ? ' – example only' : ''}`;
}

function withinLine(hours: string): string {
  return beginsWithDay.test(hours) ? hours : `${hours.charAt(0).toLowerCase()}${hours.slice(1)}`;
}
