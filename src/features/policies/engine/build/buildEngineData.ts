import { createHash } from 'node:crypto';
import type { Policy, Verdict } from '../../policy';
import { keyOf } from '../knownLines';
import type { EngineData } from '../engineData';
import { splitLabel } from '../ranking';
import { verdictFeatures } from '../verdictFeatures';
import { openVerdict } from '../verdictModel';
import type { SentenceEncoder } from '../sentenceEncoder';
import { commonRoots } from '../vocabulary';
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
    examples: examplesByLabel(banks.lines.filter(({ label: each }) => !alarms.has(each))),
    verdicts: verdictsByLine(banks.lines),
    patterns: {
      danger: patternsOf(banks.danger.danger),
      distress: patternsOf(banks.danger.distress),
      calm: banks.danger.calm.phrases,
    },
    moreWords: moreWords(banks),
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

function moreWords({ lines, followUps }: Banks): string[] {
  const urgent = lines.filter(({ label }) => label === 'danger' || label === 'distress');
  const texts = [
    ...urgent.map(({ text }) => text),
    ...followUps.flatMap(({ before, text }) => [before, text]),
  ];
  return commonRoots(texts).sort();
}

function examplesByLabel(lines: readonly ExampleLine[]): Record<string, string[]> {
  const examples: Record<string, string[]> = {};
  for (const { label, text } of lines) (examples[label] ??= []).push(text);
  return examples;
}

function verdictsByLine(lines: readonly ExampleLine[]): Record<string, Verdict> {
  return Object.fromEntries(
    lines.flatMap(({ text, verdict }) => (verdict === undefined ? [] : [[keyOf(text), verdict] as const])),
  );
}

/** SHA-256 over everything that the engine's file is made from. */
export function fingerprint(policy: Policy, banks: Banks): string {
  return createHash('sha256')
    .update(JSON.stringify([policy, banks]))
    .digest('hex');
}
