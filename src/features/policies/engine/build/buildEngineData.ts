import { createHash } from 'node:crypto';
import type { Policy } from '../../policy';
import { keyOf } from '../knownLines';
import type { EngineData } from '../engineData';
import { splitLabel } from '../ranking';
import { verdictFeatures } from '../verdictFeatures';
import { openVerdict } from '../verdictModel';
import type { SentenceEncoder } from '../sentenceEncoder';
import { knownRoots } from '../vocabulary';
import { lessonsOf, readAll, usualTraining, type Progress, type ReadText } from './lessons';
import type { Banks } from './readBanks';
import type { ExampleLine } from './readExamples';
import { trainNetwork, type NetworkLesson, type NetworkTraining } from './trainNetwork';

/** Learns from the banks. The same content always gives the same data. */
export async function buildEngineData(
  policy: Policy,
  banks: Banks,
  encoder: SentenceEncoder,
  progress: Progress = () => undefined,
  training: NetworkTraining = usualTraining,
): Promise<EngineData> {
  const read = await readAll(policy, banks, encoder, progress);
  const lessons = lessonsOf(policy, banks, read);
  progress(`Learning what ${lessons.length} messages are about …`);
  const network = await trainNetwork(lessons, training);
  progress('Learning what is answered with yes and what with no …');
  const verdict = await trainNetwork(verdictLessons(banks, read), { ...training, smoothing: [0] });
  return {
    builtFrom: fingerprint(policy, banks),
    words: banks.words,
    knownLines: knownLines(told(banks)),
    patterns: {
      danger: patternsOf(banks.danger.danger),
      distress: patternsOf(banks.danger.distress),
      calm: banks.danger.calm.phrases,
    },
    vocabulary: vocabularyOf(policy, banks),
    network,
    verdict,
  };
}

/** Labels that only the alarm learns from; to everything else, danger and distress are concerns. */
const alarms: ReadonlySet<string> = new Set(['danger', 'distress', 'calm']);
function verdictLessons({ lines, followUps }: Banks, read: ReadText): NetworkLesson[] {
  const asked = [
    ...lines.map((line) => ({ ...line, whole: line.text })),
    ...followUps.map((line) => ({ ...line, whole: `${line.before} ${line.text}` })),
  ].filter(({ verdict }) => verdict !== undefined);
  return asked.map(({ whole, ...line }) => ({
    features: verdictFeatures(whole, splitLabel(line.label).name, read(line.text).vector),
    truths: [{ label: line.verdict ?? openVerdict, weight: 1 }],
  }));
}

function patternsOf({ patterns, otherLanguages, whenTold }: Banks['danger']['danger']) {
  return { always: [...patterns, ...otherLanguages], whenTold };
}

/** The lines that are known when somebody types one: what sounds like an alarm is always looked at anew. */
function told({ lines }: Banks): readonly ExampleLine[] {
  return lines.filter(({ label }) => !alarms.has(label));
}

function knownLines(lines: readonly ExampleLine[]): EngineData['knownLines'] {
  const groups = new Map<string, EngineData['knownLines'][number]>();
  for (const { label, text, verdict } of lines) {
    const name = `${label} ${verdict}`;
    const group = groups.get(name) ?? { label, ...(verdict === undefined ? {} : { verdict }), keys: [] };
    group.keys.push(keyOf(text));
    groups.set(name, group);
  }
  return [...groups.values()];
}

/**
 * Every word that the content knows, by its root. Of calls for help and of follow-ups only the common ones among
 * themselves: they are fewer, and typed in greater haste.
 */
function vocabularyOf(policy: Policy, banks: Banks): string[] {
  const urgent = banks.lines.filter(({ label }) => label === 'danger' || label === 'distress');
  const hasty = [
    ...urgent.map(({ text }) => text),
    ...banks.followUps.flatMap(({ before, text }) => [before, text]),
  ];
  const reviewed = [...policy.clauses.map(({ text }) => text), ...Object.values(banks.words).flat()];
  const foreign = policy.languages.flatMap(({ words }) => words);
  const lines = told(banks).map(({ text }) => text);
  // Roots are joined as they are: the root of a root may be another one.
  return [...new Set([...knownRoots(reviewed, lines, foreign), ...knownRoots([], hasty)])].sort();
}

/** SHA-256 over everything that the engine's file is made from. */
export function fingerprint(policy: Policy, banks: Banks): string {
  return createHash('sha256')
    .update(JSON.stringify([policy, banks]))
    .digest('hex');
}
