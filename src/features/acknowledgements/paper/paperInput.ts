import { z } from 'zod';

export const LONGEST_WITNESS = 100;

const inputSchema = z.object({ signedOn: z.string().catch(''), witness: z.string().catch('') });
/** What a manager copies from the paper. */
export type PaperInput = z.infer<typeof inputSchema>;

/** What was typed, with the spaces around it taken away. */
export function readPaperInput(data: Record<string, unknown>): PaperInput {
  const { signedOn, witness } = inputSchema.parse(data);
  return { signedOn, witness: witness.trim().replace(/\s+/g, ' ') };
}

/** @returns one sentence when the witness will not do. @param signer the name of who signed */
export function problemWithWitness(witness: string, signer: string): string | undefined {
  if (witness === '') return 'Please write who saw it signed.';
  if (witness.length > LONGEST_WITNESS)
    return `The name of the witness has ${witness.length} characters. Please keep it to ${LONGEST_WITNESS}.`;
  const sameName = witness.localeCompare(signer, 'en-GB', { sensitivity: 'base' }) === 0;
  return sameName ? 'The witness must be somebody else than the person who signed.' : undefined;
}
