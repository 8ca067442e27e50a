import type { CaseFileRecord, FileType, FILE_EVENTS } from './caseFile';
import { dayInWords, dayOf } from '../clocks/workingDays';

const TYPE_WORDS: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'picture (JPEG)',
  'image/png': 'picture (PNG)',
  'image/webp': 'picture (WebP)',
  'text/plain': 'text',
};

/** For the history of a case. */
export const FILE_EVENT_WORDS: Readonly<Record<(typeof FILE_EVENTS)[number], string>> = {
  fileAdded: 'The reporter added a file',
  fileOpened: 'A file was opened',
  originalAsked: 'The original of a file was asked for',
  originalOpened: 'The original of a file was opened',
};

/** One line about a file. */
export function fileLine({ number, type, size, addedAt }: CaseFileRecord): string {
  const mb = Math.max(size / 1024 / 1024, 0.1).toFixed(1);
  return `File ${number}: ${TYPE_WORDS[type]}, ${mb} MB, added on ${dayInWords(dayOf(new Date(addedAt)))}`;
}
