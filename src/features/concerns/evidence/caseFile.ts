import { z } from 'zod';

/** What is taken: what can be cleaned and shown without a program that might be attacked through it. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'text/plain'] as const;
export const fileTypeSchema = z.enum(FILE_TYPES);
export type FileType = z.infer<typeof fileTypeSchema>;

/** Files of one case, and files of one opening of the upload page. */
export const MOST_FILES = 20;
export const MOST_AT_ONCE = 10;
export const MOST_BYTES = 20 * 1024 * 1024;
/** A file comes in pieces of this size: each is through within the server's time for a request on a slow phone too. */
export const PIECE_BYTES = 512 * 1024;
export const MOST_PIECES = MOST_BYTES / PIECE_BYTES;

/** The original as it came, or the copy that handlers look at. */
export const copySchema = z.enum(['original', 'cleaned']);
export type Copy = z.infer<typeof copySchema>;

/** A file of a case. Its name is not kept: names of files name people. */
export const caseFileSchema = z.object({
  id: z.string(),
  /** Counts from 1 in each case. */
  number: z.int().positive(),
  type: fileTypeSchema,
  size: z.int().positive(),
  /** Of the original, in hex. */
  sha256: z.string(),
  /** ISO time, whole minutes. */
  addedAt: z.string(),
  /** The key of both copies, sealed for this file: when it goes, they are lost. */
  key: z.string(),
});
export type CaseFileRecord = z.infer<typeof caseFileSchema>;

/** What the files add to a case. */
export const filesFields = { files: z.array(caseFileSchema).optional() };
/** What they add to its history. */
export const FILE_EVENTS = ['fileAdded', 'fileOpened', 'originalAsked', 'originalOpened'] as const;
