import { usualTraining } from '../../../../../src/features/policies/engine/build/lessons';
import type { Banks } from '../../../../../src/features/policies/engine/build/readBanks';
import type { ExampleLine } from '../../../../../src/features/policies/engine/build/readExamples';
import {
  vectorLength,
  type SentenceEncoder,
} from '../../../../../src/features/policies/engine/sentenceEncoder';
import type { Clause, Policy, Verdict } from '../../../../../src/features/policies/policy';

/** A few lines need many rounds; so few lines take no time. */
export const shortTraining = { ...usualTraining, hidden: 16, rounds: 60, batch: 8 };

/** Turns a text into a vector by its letters: the same text always gets the same one, in no time. */
export const wordEncoder: SentenceEncoder = {
  encode: (text) => {
    const vector = new Float32Array(vectorLength);
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? ['']) {
      const slot = [...word].reduce(
        (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % vectorLength,
        7,
      );
      vector[slot] = (vector[slot] ?? 0) + 1;
    }
    const length = Math.hypot(...vector);
    return Promise.resolve(vector.map((value) => value / length));
  },
};

function clause(id: string, text: string): Clause {
  const answers = [
    { verdict: 'yes' as const, fits: [], text: `Yes. ${text}` },
    { verdict: 'no' as const, fits: [], text: `No. ${text}` },
    { verdict: null, fits: [], text },
  ];
  return { id, text, heading: id, answers, suggestions: [] };
}

const clauses = [
  clause('EAT', 'Do not eat or drink in the reading room.'),
  clause('LEND', 'Every member may borrow three books at a time.'),
  clause('LATE', 'Who brings a book back late pays ten pence a day.'),
];

/** A small invented policy: the rules of a reading room. */
export const readingRoom: Policy = {
  id: 'reading-room',
  title: 'Rules of the reading room',
  organisation: 'The Reading Society',
  version: { number: 1, hash: '0', approved: 'today' },
  statement: 'I have read the rules.',
  keyPoints: [],
  clauses,
  topics: [
    {
      id: 'opening-times',
      title: 'Opening times',
      says: 'The rules do not say it.',
      ask: 'Ask at the desk.',
    },
  ],
  smallTalk: [{ id: 'greeting', reply: 'Good day.' }],
  protectedTopics: { line: 'You may always speak to your union.', topics: [] },
  reasons: {},
  languages: [],
  text: clauses.map(({ text }) => text).join('\n'),
  starts: [],
};

const told: Record<string, string[]> = {
  'topic:opening-times': ['When does the room open?', 'Is it open on Sunday?', 'When do you close tonight?'],
  'talk:greeting': ['good morning', 'hello', 'good evening to you'],
  'command:help': ['help', 'what can you do', 'show me what you can do'],
  concern: ['Somebody tore a page out', 'A man drew in the atlas', 'My neighbour stole a page of the atlas'],
  confession: ['I tore a page by mistake', 'I drew in the atlas', 'I lost the dictionary and am sorry'],
  danger: ['A man is burning books', 'The shelves are burning', 'He is burning the room down'],
  distress: ['I feel hopeless', 'I am hopeless and so alone', 'All is hopeless, I am alone'],
  calm: ['The lamp is warm', 'A quiet day among the shelves', 'It is raining on the roof'],
};

const asked: Record<string, readonly (readonly [text: string, verdict: Verdict])[]> = {
  EAT: [
    ['Can I eat soup in the room?', 'no'],
    ['Can I eat a sandwich here?', 'no'],
    ['Can I drink tea in the room?', 'no'],
    ['Can I eat an apple in the room?', 'no'],
    ['Why may nobody eat here?', null],
  ],
  LEND: [
    ['Can I borrow a book?', 'yes'],
    ['May I borrow two books?', 'yes'],
    ['Can I borrow the dictionary?', 'yes'],
    ['How many books may I borrow?', null],
  ],
  LATE: [
    ['Must I pay for a late book?', 'yes'],
    ['Do I pay when I bring it back late?', 'yes'],
    ['How much is it for a late book?', null],
  ],
};

/** What readers say and ask, in one voice. */
export function roomBanks(): Banks {
  const common = { voice: 'reader', place: 'here' };
  const lines: ExampleLine[] = [
    ...Object.entries(asked).flatMap(([id, questions]) =>
      questions.map(([text, verdict]) => ({ text, verdict, label: `clause:${id}`, ...common })),
    ),
    ...Object.entries(told).flatMap(([label, texts]) =>
      texts.map((text) => ({ text, label, verdict: undefined, ...common })),
    ),
  ];
  const none = { patterns: ['explosion'], whenTold: ['explosion'], otherLanguages: [] };
  return {
    lines,
    followUps: [],
    danger: { danger: none, distress: none, calm: { phrases: ['burning question'] } },
    words: { food: ['soup', 'sandwich', 'apple', 'tea'] },
  };
}
