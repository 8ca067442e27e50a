import { createHash } from 'node:crypto';
import type { Policy, Verdict } from '../../policy';
import { keyOf } from '../knownLines';
import type { EngineData, ModelData } from '../engineData';
import { blend, featuresOf } from '../features';
import type { Features } from '../hashedFeatures';
import { previousShare, splitLabel, type Read } from '../ranking';
import { verdictFeatures } from '../verdictFeatures';
import { openVerdict } from '../verdictModel';
import type { SentenceEncoder } from '../sentenceEncoder';
import { WordGroups } from '../wordGroups';
import { commonRoots } from '../vocabulary';
import type { Banks } from './readBanks';
import type { ExampleLine } from './readExamples';
import { trainModel, type Lesson, type Training } from './trainModel';

/** Chosen by leaving out one voice after the other. */
const training: Training = { rounds: 15, rate: 0.3, decay: 1e-6 };

/** So many lines of danger and distress would make everything sad look like a concern. */
const alarmWeight = 0.3;

/** Told what the build is at, in words for the policy owner. */
export type Progress = (step: string) => void;

/** Learns from the banks. The same content always gives the same data. */
export async function buildEngineData(
  policy: Policy,
  banks: Banks,
  encoder: SentenceEncoder,
  progress: Progress = () => undefined,
): Promise<EngineData> {
  const read = await readAll(policy, banks, encoder, progress);
  const lessons = lessonsOf(policy, banks, read);
  progress(`Learning what ${lessons.length} messages are about …`);
  const label = await trainModel(lessons, training);
  progress('Learning to tell questions, concerns and everything else apart …');
  const kind = await trainModel(
    lessons.map((lesson) => ({ ...lesson, label: splitLabel(lesson.label).kind })),
    training,
  );
  progress('Learning what is answered with yes and what with no …');
  const verdict = await trainVerdicts(banks, read);
  progress('Learning to notice danger …');
  const urgency = await trainUrgency(banks, read);
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
    models: { label, kind, urgency, verdict },
  };
}

/** Labels that only the alarm learns from; to everything else, danger and distress are concerns. */
const alarms: ReadonlySet<string> = new Set(['danger', 'distress', 'calm']);
type ReadText = (text: string) => Pick<Read, 'features' | 'vector'>;

async function readAll(
  policy: Policy,
  banks: Banks,
  encoder: SentenceEncoder,
  progress: Progress,
): Promise<ReadText> {
  const groups = new WordGroups(banks.words);
  const texts = [
    ...policy.clauses.map(({ text }) => text),
    ...[...banks.lines, ...banks.followUps].map(({ text }) => text),
    ...banks.followUps.map(({ before }) => before),
  ];
  const known = new Map<string, ReturnType<ReadText>>();
  for (const [index, text] of texts.entries()) {
    if (index % 1000 === 0) progress(`Reading example ${index} of ${texts.length} …`);
    if (known.has(text)) continue;
    const vector = await encoder.encode(text);
    known.set(text, { vector, features: featuresOf(text, groups, vector) });
  }
  return (text) => {
    const found = known.get(text);
    if (!found) throw new Error(`This text was not read: ${text}`);
    return found;
  };
}

/** The clauses themselves, every line of the banks, and follow-ups read together with the question before. */
function lessonsOf(policy: Policy, banks: Banks, read: ReadText): Lesson[] {
  const clauses = policy.clauses.map(({ id, text }) => lesson(read(text).features, `clause:${id}`));
  const lines = banks.lines
    .filter(({ label }) => label !== 'calm')
    .map(({ text, label }) =>
      alarms.has(label)
        ? { ...lesson(read(text).features, 'concern'), weight: alarmWeight }
        : lesson(read(text).features, label),
    );
  const followUps = banks.followUps.map(({ text, before, label }) =>
    lesson(blend(read(text).features, read(before).features, previousShare), label),
  );
  return [...clauses, ...lines, ...followUps];
}

function lesson(features: Features, label: string): Lesson {
  return { features, label, weight: 1 };
}

function trainUrgency({ lines }: Banks, read: ReadText): Promise<ModelData> {
  const lessons = lines.map(({ text, label }): Lesson => {
    const isUrgent = label === 'danger' || label === 'distress';
    return {
      features: read(text).features,
      label: isUrgent ? label : 'none',
      weight: 1,
    };
  });
  return trainModel(lessons, training);
}

function trainVerdicts({ lines, followUps }: Banks, read: ReadText): Promise<ModelData> {
  const asked = [
    ...lines.map((line) => ({ ...line, whole: line.text })),
    ...followUps.map((line) => ({ ...line, whole: `${line.before} ${line.text}` })),
  ].filter(({ verdict }) => verdict !== undefined);
  const lessons = asked.map(({ whole, ...line }) => {
    const { name } = splitLabel(line.label);
    return lesson(verdictFeatures(whole, name, read(line.text).vector), line.verdict ?? openVerdict);
  });
  return trainModel(lessons, training);
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
