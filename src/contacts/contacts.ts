import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Whom the product may have to name. The content file holds each of them once and nobody else. */
export const contactIds = [
  'emergency',
  'mentalHealth',
  'samaritans',
  'dutyManager',
  'safeguardingInHours',
  'safeguardingOutOfHours',
  'complaintsTeam',
  'hr',
  'dataProtection',
  'union',
  'staffSupport',
  'anonymous',
  'itHelp',
  'policyOwner',
] as const;

export type ContactId = (typeof contactIds)[number];

const contactSchema = z
  .strictObject({
    id: z.enum(contactIds),
    label: z.string().min(1),
    phone: z.string().regex(/\d/, 'a telephone number has digits').optional(),
    email: z.email().optional(),
    address: z.string().min(1).optional(),
    /** When somebody answers, in words. */
    hours: z.string().min(1).optional(),
    note: z.string().min(1).optional(),
    /** True while the entry is an example and nobody has put the real one in. */
    placeholder: z.boolean(),
    /** The day on which somebody last tried it, as YYYY-MM-DD. */
    checkedOn: z.iso.date(),
  })
  .refine(
    (contact) => contact.phone ?? contact.email ?? contact.address,
    'a contact needs a phone, an email or an address',
  );

const contactsSchema = z.array(contactSchema).superRefine((list, context) => {
  for (const id of contactIds) {
    const count = list.filter((contact) => contact.id === id).length;
    if (count !== 1)
      context.addIssue({ code: 'custom', message: `${id} must be there once; it is there ${count} times` });
  }
});

export type Contact = z.infer<typeof contactSchema>;

export type Contacts = Readonly<Record<ContactId, Contact>>;

/**
 * Reads the people and lines that the product may name.
 * @throws an Error that names the file and every entry that is wrong or absent
 */
export function loadContacts(path: string = join(__dirname, 'contacts.json')): Contacts {
  const parsed = contactsSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is not as it should be:\n${z.prettifyError(parsed.error)}`);
  return Object.fromEntries(parsed.data.map((contact) => [contact.id, contact])) as Record<
    ContactId,
    Contact
  >;
}

/**
 * Why these contacts may not be shown to staff: one line for each that is an example, or that nobody has tried for a year.
 * In Teams the bot does not start while there are any.
 */
export function contactProblems(contacts: Contacts, today: Date): string[] {
  const day = today.toISOString().slice(0, 10);
  const yearAgo = `${today.getUTCFullYear() - 1}${day.slice(4)}`;
  return contactIds.flatMap((id) => {
    const { label, placeholder, checkedOn } = contacts[id];
    const told = (what: string): string[] => [`${label}: ${what} (${id} in contacts.json).`];
    if (placeholder) return told('still an example');
    if (checkedOn < yearAgo) return told(`last checked on ${checkedOn}, more than a year ago`);
    return checkedOn > day ? told(`checked on ${checkedOn}, a day that is still to come`) : [];
  });
}
