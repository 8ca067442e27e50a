import type { HeldAbout } from '../../../storage/heldAbout';
import type { Evidence } from '../asked/record';
import { kindOf } from '../asked/record';

const KINDS = {
  press: 'confirmed',
  paper: 'signed on paper',
  dispute: 'said that a signature is not theirs',
};

/** What somebody confirmed, for them alone. */
export const heldRecords = (evidence: Evidence): HeldAbout => ({
  title: 'What you confirmed',
  of: async (personId) =>
    (await evidence.allOf(personId)).map(
      (record) =>
        `${record.at}: ${KINDS[kindOf(record)]}, version ${record.versionNumber}, receipt ${record.receipt}`,
    ),
});
