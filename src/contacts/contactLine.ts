import type { Contact } from './contacts';

/** One contact as a line of plain text, for a message or a card. An example says that it is one. */
export function contactLine(contact: Contact): string {
  const ways = [contact.phone, contact.email, contact.address]
    .filter((way) => way !== undefined)
    .join(' or ');
  const hours = contact.hours ? ` (${contact.hours.charAt(0).toLowerCase()}${contact.hours.slice(1)})` : '';
  return `${contact.label}: ${ways}${hours}${contact.placeholder ? ' – example only' : ''}`;
}
