/** A line of the policy, word for word. `marker` is what stands before it in the document ("1.", "·" or nothing). */
export interface Paragraph {
  readonly clauseId: string;
  readonly marker: string;
  readonly text: string;
}

/** A part of the policy that fits on one card. */
export interface Section {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

/** What this feature needs to know of the policy in force. */
export interface PolicyToConfirm {
  readonly id: string;
  readonly title: string;
  /** `hash`: SHA-256 of the whole text in hex. The number and the hash together name a policy version. */
  readonly version: { readonly number: number; readonly hash: string; readonly approved: string };
  /** Approved with the version; nobody who sends a request can edit it. */
  readonly statement: string;
  readonly keyPoints: readonly { readonly text: string }[];
  /** Every clause in reading order, with the heading that the policy owner gave it. */
  readonly clauses: readonly { readonly id: string; readonly heading: string; readonly text: string }[];
  /** The whole text in reading order. */
  readonly sections: readonly Section[];
}

/** One clause word for word, and the part of the policy that it stands in; undefined where the policy has none such. */
export function clauseIn(
  { sections }: Pick<PolicyToConfirm, 'sections'>,
  clauseId: string,
): { readonly section: string; readonly text: string } | undefined {
  for (const { title, paragraphs } of sections) {
    const lines = paragraphs.filter((each) => each.clauseId === clauseId);
    if (lines.length > 0) return { section: title, text: lines.map(({ text }) => text).join('\n') };
  }
  return undefined;
}

/** A policy version as records hold it. */
export interface VersionRef {
  readonly policyId: string;
  readonly versionNumber: number;
  readonly versionHash: string;
}

export function versionOf(policy: PolicyToConfirm): VersionRef {
  return { policyId: policy.id, versionNumber: policy.version.number, versionHash: policy.version.hash };
}

export function sameVersion(one: VersionRef, other: VersionRef): boolean {
  return (
    one.policyId === other.policyId &&
    one.versionNumber === other.versionNumber &&
    one.versionHash === other.versionHash
  );
}
