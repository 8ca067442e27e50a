import type { Clause, Policy } from '../features/policies/policy';
import { sections } from '../features/policies/sections';

/** One clause as the page shows it. */
export interface PolicyPageClause {
  id: string;
  heading: string;
  /** Word for word as approved. */
  text: string;
  /** The part of the policy that it stands in. */
  section: string;
  /** The reviewed answer that can be read without a question before it. */
  plainAnswer: string;
  /** What "Copy link" copies: opens the page at this clause. */
  link: string;
}

/** The answer of `GET /api/policy`. */
export interface PolicyPage {
  title: string;
  organisation: string;
  version: Policy['version'];
  clauses: PolicyPageClause[];
  /** Origin of the stand-in for Teams, in local mode: teams-js talks to no host that it does not know. */
  localHostOrigin: string | null;
}

/** What the page needs besides the policy. */
export interface PolicyPageOptions {
  linkTo: (clause: { id: string; heading: string }) => string;
  localHostOrigin?: string | undefined;
}

/** Everything that the policy page shows, in reading order. */
export function policyPage(policy: Policy, options: PolicyPageOptions): PolicyPage {
  const { title, organisation, version } = policy;
  const clauses = sections(policy).flatMap((section) =>
    section.paragraphs.flatMap(({ clauseId }) => clauseOf(policy, clauseId, section.title, options)),
  );
  return { title, organisation, version, clauses, localHostOrigin: options.localHostOrigin ?? null };
}

function clauseOf(
  policy: Policy,
  id: string,
  section: string,
  options: PolicyPageOptions,
): PolicyPageClause[] {
  return policy.clauses
    .filter((clause) => clause.id === id)
    .map(({ heading, text, answers }) => ({
      id,
      heading,
      text,
      section,
      plainAnswer: plainAnswer(answers),
      link: options.linkTo({ id, heading }),
    }));
}

/** "Yes" and "no" answer a question that nobody asked here, so the one without a verdict comes first, then advice. */
function plainAnswer(answers: Clause['answers']): string {
  const usual = answers.filter((answer) => answer.fits.length === 0);
  const best =
    usual.find((answer) => answer.verdict === null) ??
    usual.find((answer) => answer.verdict === 'advice') ??
    usual[0] ??
    answers[0];
  return best?.text ?? '';
}
