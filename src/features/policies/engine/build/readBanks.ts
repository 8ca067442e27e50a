import { z } from 'zod';
import { readJson } from '../../policyFiles';
import { readExamples, type ExampleLine, type FollowUpLine } from './readExamples';

const patterns = z.array(z.string().min(3));

const urgentPatterns = z.strictObject({ patterns, whenTold: patterns, otherLanguages: patterns });

const dangerSchema = z.strictObject({
  danger: urgentPatterns,
  distress: urgentPatterns,
  calm: z.strictObject({ phrases: patterns }),
});

const wordsSchema = z.record(z.string(), z.array(z.string().min(2)).min(2));

/** All example lines and word lists, as the policy owner wrote them. */
export interface Banks {
  lines: ExampleLine[];
  followUps: FollowUpLine[];
  danger: z.infer<typeof dangerSchema>;
  words: z.infer<typeof wordsSchema>;
}

/** Reads the banks of examples. @throws an Error that names the file when one cannot be read */
export function readBanks(folder: string): Banks {
  return {
    ...readExamples(folder),
    danger: readJson(folder, 'danger.json', dangerSchema),
    words: readJson(folder, 'words.json', wordsSchema),
  };
}
