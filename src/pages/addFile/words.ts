import { AWAY } from '../upload/botClient';
import type { Refused } from './filesClient';

/** What the page says where a file is not taken: what to do instead, and that nothing is lost. */
export const REFUSED_WORDS: Readonly<Record<Refused, string>> = {
  gone: 'This window was open too long. Close it and press “Add a file” again. What is saved stays saved.',
  tooLarge:
    'This file is larger than 20 MB, so it was not sent. Keep it safe, and tell us in your report what it shows.',
  tooMany: 'There is no room for this file now. Up to 10 fit at once, and 20 in a report. Keep it safe.',
  notTaken:
    'We can take pictures (JPEG, PNG or WebP) and plain text. Keep this file safe, and tell us in your report what it shows.',
  unreadable: 'We could not read this file. Keep it safe, and tell us in your report what it shows.',
  incomplete: 'Part of this file did not arrive. Please try again.',
  away: AWAY,
};
