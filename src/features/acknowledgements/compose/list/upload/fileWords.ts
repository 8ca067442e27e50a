import type { ListClosed } from '../openDraft';
import { CLOSED_WORDS, TOO_LONG } from '../listWords';
import type { NoText } from './fileText';

export const MOST_BYTES = 1024 * 1024;

/** Why a file gave the draft no list. gone: the link is used, over or not theirs. */
export type FileRefused = NoText | ListClosed | 'gone' | 'tooLarge' | 'tooLong' | 'noAddress';

const UNCHANGED = 'Nothing has changed.';

/** What happened, and what to do. */
export const FILE_WORDS: Readonly<Record<FileRefused, string>> = {
  ...CLOSED_WORDS,
  gone: 'This page can be used once, and not for long. Close this window and press Choose a file again. What is saved stays saved.',
  tooLarge:
    'This file is larger than 1 MB, so I did not read it. A list of 10,000 addresses is smaller. Please save only the ' +
    `column with the addresses, as CSV, and choose that file. ${UNCHANGED}`,
  tooLong: TOO_LONG,
  empty: `This file is empty. Please choose the file with the addresses. ${UNCHANGED}`,
  workbook: `This is an Excel workbook. In Excel choose Save as, CSV, and choose that file. ${UNCHANGED}`,
  spreadsheet: `This is a spreadsheet. Open it, choose Save as, CSV, and choose that file. ${UNCHANGED}`,
  picture:
    'This is a picture, and I cannot read addresses in a picture. Please choose a CSV or text file, or paste the ' +
    `addresses. ${UNCHANGED}`,
  notText:
    'I cannot read this kind of file. Please save the addresses as CSV or plain text and choose that file, or paste ' +
    `them. ${UNCHANGED}`,
  noAddress: `I found no e-mail address in this file. Please look into it and choose another one. ${UNCHANGED}`,
};
