import type { Contact } from '../deps';

/** A contact as a card shows it. */
export interface ContactRow {
  readonly label: string;
  readonly ways: string;
  readonly hours: string;
  readonly hasHours: boolean;
}

export function contactRow({ label, phone, email, address, hours = '', placeholder }: Contact): ContactRow {
  const ways = [phone, email, address].filter(Boolean).join(' or ');
  return { label, ways: placeholder ? `${ways} (example only)` : ways, hours, hasHours: hours !== '' };
}
