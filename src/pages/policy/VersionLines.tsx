import type { PolicyPage } from '../policyPage';
import { approvalWords } from './words';

/** Which version this is, and since when it holds. */
export function VersionLines({ version }: { version: PolicyPage['version'] }) {
  return (
    <p class="version">
      Version {version.number} · {approvalWords(version.approved)}
    </p>
  );
}
