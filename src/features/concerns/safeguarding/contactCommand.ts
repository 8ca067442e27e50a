import type { ContactList } from './caseFields';

/** What a lead or an administrator says about the people who are told at once. */
export type ContactCommand =
  | { readonly kind: 'show'; readonly list: ContactList }
  | { readonly kind: 'make' | 'remove'; readonly list: ContactList; readonly name: string };

const WHICH = '(?<which>safeguarding|data[- ]protection) contact';
const MAKE = new RegExp(`^(?:please )?make (?<name>.{1,200}?) (?:a|the) ${WHICH}$`, 'i');
const REMOVE = new RegExp(`^(?:please )?remove (?<name>.{1,200}?) (?:as|from) (?:a |the )?${WHICH}s?$`, 'i');
const SHOW = new RegExp(`^(?:please )?(?:show )?(?:the )?${WHICH}s$`, 'i');

/** The command in a message; undefined when it is none. */
export function contactCommandIn(text: string): ContactCommand | undefined {
  const words = text
    .replace(/<\/?at[^>]*>/gi, ' ')
    .replace(/[.!?]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const show = SHOW.exec(words);
  if (show) return { kind: 'show', list: listOf(show) };
  for (const [kind, pattern] of [
    ['make', MAKE],
    ['remove', REMOVE],
  ] as const) {
    const found = pattern.exec(words);
    const name = found?.groups?.['name'];
    if (found && name) return { kind, list: listOf(found), name: name.replace(/^@/, '') };
  }
  return undefined;
}

function listOf({ groups }: RegExpExecArray): ContactList {
  return groups?.['which']?.toLowerCase() === 'safeguarding' ? 'safeguarding' : 'dataProtection';
}
