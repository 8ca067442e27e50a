import { createHash } from 'node:crypto';
import type { Answer, Clause, Policy } from '../policy';

/** No letter or figure that is taken for another one when it is read out or copied by hand. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** An answer that a number stands for. */
export interface NumberedAnswer {
  readonly clause: Clause;
  /** Index into the clause's answers. */
  readonly index: number;
  readonly answer: Answer;
}

/**
 * The short number under an answer, such as "K7F-3QD". It is made from the policy's version, the clause and the answer's
 * words alone: the same answer has the same number for everybody, and whoever holds the policy can say what it stands for.
 */
export function answerNumber(policy: Policy, clause: Clause, index: number): string {
  const { id, version } = policy;
  const answer = clause.answers[index];
  const source = [id, version.number, version.hash, clause.id, index, answer?.verdict, answer?.text];
  let rest = createHash('sha256').update(JSON.stringify(source)).digest().readUIntBE(0, 6);
  let number = '';
  for (let at = 0; at < LENGTH; at++) {
    number += SIGNS[rest % SIGNS.length] ?? '';
    rest = Math.floor(rest / SIGNS.length);
  }
  return `${number.slice(0, LENGTH / 2)}-${number.slice(LENGTH / 2)}`;
}

/** The answer that a number stands for, however it was typed; undefined when this policy has none with it. */
export function answerWithNumber(policy: Policy, typed: string): NumberedAnswer | undefined {
  const wanted = bare(typed);
  return policy.clauses
    .flatMap((clause) => clause.answers.map((answer, index) => ({ clause, index, answer })))
    .find(({ clause, index }) => bare(answerNumber(policy, clause, index)) === wanted);
}

function bare(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
