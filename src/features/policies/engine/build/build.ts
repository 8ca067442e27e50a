import { loadPolicy } from '../../policy';
import { createEngine } from '../createEngine';
import type { SentenceEncoder } from '../sentenceEncoder';
import { buildEngineData } from './buildEngineData';
import { checkAnswers } from './checkAnswers';
import { checkContent } from './checkContent';
import type { Progress } from './lessons';
import { readBanks } from './readBanks';

/** Either the text of content/engine.json, or what the policy owner has to put right. */
export type BuildResult = { problems: string[] } | { problems: []; file: string };

/** What is printed to the policy owner when the content is not as it should be. */
export function refusalWords(problems: readonly string[]): string {
  return `The policy was not built. Please put this right:\n\n- ${problems.join('\n- ')}\n`;
}

/** Checks the content of a folder and makes the engine's file of it, in a few minutes. Writes nothing. */
export async function build(
  folder: string,
  encoder: SentenceEncoder,
  progress?: Progress,
): Promise<BuildResult> {
  const content = read(folder);
  if ('problems' in content) return content;
  const { policy, banks } = content;
  const problems = checkContent(policy, banks);
  if (problems.length > 0) return { problems };
  const data = await buildEngineData(policy, banks, encoder, progress);
  const unanswered = await checkAnswers(policy, createEngine(policy, data, encoder));
  if (unanswered.length > 0) return { problems: unanswered };
  return { problems: [], file: `${JSON.stringify(data, null, 1)}\n` };
}

type Content = { policy: ReturnType<typeof loadPolicy>; banks: ReturnType<typeof readBanks> };

function read(folder: string): Content | { problems: string[] } {
  try {
    return { policy: loadPolicy(folder), banks: readBanks(folder) };
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
}
