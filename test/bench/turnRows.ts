import type { Asked } from './asking';
import { LIMITS } from './limits';
import { median, percentile } from './percentiles';
import type { Row } from './rows';

/** What the turns of one bot came to. */
export interface TurnFigures {
  readonly asked: readonly Asked[];
  /** Processor time of the bot's process for all of them, in milliseconds. */
  readonly cpuMs: number;
}

/** The rows of one question at a time, beside the echo. */
export function oneAtATime(echo: TurnFigures, question: TurnFigures): Row[] {
  const longer = median(timesOf(question.asked)) - median(timesOf(echo.asked));
  const times = cpuOf(question) / cpuOf(echo);
  return [
    ...timeRows('echo turn', echo.asked),
    ...timeRows('answered question', question.asked, LIMITS.questionMs, LIMITS.question99Ms),
    { row: 'question longer than echo, medians', figure: longer, unit: 'ms' },
    { row: 'processor time of an echo turn', figure: cpuOf(echo), unit: 'ms' },
    { row: 'processor time of a question', figure: cpuOf(question), unit: 'ms' },
    { row: 'processor time, question to echo', figure: times, unit: 'times' },
  ];
}

/** The rows of many at once, for one bot. */
export function manyAtOnce(name: string, asked: readonly Asked[], tookMs: number): Row[] {
  return [
    { row: `${name}, 16 at once`, figure: (asked.length * 1_000) / tookMs, unit: 'a second' },
    ...timeRows(`${name}, 16 at once`, asked),
  ];
}

/** Whether the turns were what they were meant to be: each has a reply, and a question's reply cites its clause. */
export function replyRows(echoes: readonly Asked[], questions: readonly Asked[]): Row[] {
  const unanswered = [...echoes, ...questions].filter(({ ok }) => !ok).length;
  const uncited = questions.filter(({ cited }) => !cited).length;
  return [
    { row: 'turns without a reply', figure: unanswered, unit: '', limit: 0 },
    { row: 'questions whose reply cites no clause', figure: (100 * uncited) / questions.length, unit: '%' },
  ];
}

function timeRows(name: string, asked: readonly Asked[], mostMs?: number, most99Ms?: number): Row[] {
  return [
    { row: `${name}, median`, figure: median(timesOf(asked)), unit: 'ms', limit: mostMs },
    {
      row: `${name}, 99th percentile`,
      figure: percentile(timesOf(asked), 0.99),
      unit: 'ms',
      limit: most99Ms,
    },
  ];
}

const timesOf = (asked: readonly Asked[]): number[] => asked.map(({ ms }) => ms);
const cpuOf = ({ asked, cpuMs }: TurnFigures): number => cpuMs / asked.length;
