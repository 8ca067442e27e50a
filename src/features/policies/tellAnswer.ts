import { answerWithNumber } from './conversation/answerNumber';
import { versionWords } from './conversation/answerWords';
import { contentFolder, loadPolicy, type Policy } from './policy';

const usage =
  'Usage: npm run policy:answer -- NUMBER [FOLDER]\n' +
  'NUMBER stands under an answer, such as K7F-3QD. FOLDER holds the content of an older version.';

/** What an answer's number stands for, or that this policy has no answer with it. */
export function tellAnswer(policy: Policy, number: string): { text: string; found: boolean } {
  const version = `${policy.title}, ${versionWords(policy)}`;
  const numbered = answerWithNumber(policy, number);
  if (!numbered) {
    const text =
      `No answer has the number ${number} in this: ${version}.\n` +
      'It may be mistyped, or be from another version or from before an answer was reworded.';
    return { text, found: false };
  }
  const { clause, index, answer } = numbered;
  const text = [
    `Answer ${number} is answer ${index + 1} of clause ${clause.id} (${clause.heading}).`,
    version,
    `SHA-256 of the policy's text: ${policy.version.hash}`,
    `The verdict: ${answer.verdict ?? 'none'}`,
    `The answer: ${answer.text}`,
    `The clause: ${clause.text}`,
  ].join('\n');
  return { text, found: true };
}

/** `npm run policy:answer`: @returns the exit code, 0 when the number is known, 1 when not, 2 for wrong usage */
function main([number, folder, ...more]: string[]): number {
  if (number === undefined || more.length > 0) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const { text, found } = tellAnswer(loadPolicy(folder ?? contentFolder), number);
  process.stdout.write(`${text}\n`);
  return found ? 0 : 1;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
