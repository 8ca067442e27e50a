import type { Policy } from './policy';

/** A line of the policy, word for word. `marker` is what stands before it in the document ("1.", "·" or nothing). */
export interface Paragraph {
  clauseId: string;
  marker: string;
  text: string;
}

/** A part of the policy that fits on one card or one screen. */
export interface Section {
  title: string;
  paragraphs: Paragraph[];
}

/** The whole text in reading order, split where policy.json says. */
export function sections(policy: Policy): Section[] {
  const result: Section[] = [];
  for (const clause of policy.clauses) {
    const start = policy.starts.find((each) => each.from === clause.id);
    if (start) result.push({ title: start.title, paragraphs: [] });
    const paragraph = { clauseId: clause.id, marker: markerOf(policy.text, clause.text), text: clause.text };
    result.at(-1)?.paragraphs.push(paragraph);
  }
  return result;
}

function markerOf(text: string, clauseText: string): string {
  const before = text.slice(0, text.indexOf(clauseText));
  return before.slice(before.lastIndexOf('\n') + 1).trim();
}
