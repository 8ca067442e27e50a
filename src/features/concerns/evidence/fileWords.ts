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
  return `File ${number}: ${TYPE_WORDS[type]}, ${sizeInWords(size)}, added on ${dayInWords(dayOf(new Date(addedAt)))}`;
}

/** In groups, so that a narrow screen has places to break the line, and a person can compare it. */
export function hashInWords(sha256: string): string {
  return `SHA-256 ${(sha256.match(/.{1,8}/g) ?? []).join(' ')}`;
}

function sizeInWords(bytes: number): string {
  const [kb, mb] = [bytes / 1024, bytes / 1024 / 1024];
  return mb >= 1 ? `${mb.toFixed(1)} MB` : `${Math.ceil(kb)} KB`;
}
