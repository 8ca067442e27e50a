import type { Verdict } from '../policy';

/** The commands that a person can type in their own words. */
export const commandNames = [
  'help',
  'report',
  'cancel',
  'remind',
  'my_acknowledgements',
  'my_reports',
  'policy',
  'privacy',
  'status',
] as const;

export type CommandName = (typeof commandNames)[number];

/** `danger`: somebody may be hurt now. `distress`: the writer may not be safe with themselves. */
export type Urgency = false | 'danger' | 'distress';

interface Common {
  /** Offer to make a report: it is, or may be, about something that happened. */
  report: boolean;
  urgent: Urgency;
  /** The id of a topic on which nobody is to be silenced (union, pay, whistleblowing, …), or null. */
  protectedTopic: string | null;
  /** Clause ids, best first; at least three wherever the words had anything to go by. */
  clauses: string[];
}

/** What a message is and how it is answered. */
export type Outcome =
  | (Common & {
      outcome: 'answer';
      verdict: Verdict;
      /** Index into the first clause's `answers`. */ answer: number;
      /** The id of a second clause, where both matter. */ second?: string;
    })
  | (Common & { outcome: 'choices'; /** Two or three clause ids to choose from. */ choices: string[] })
  | (Common & {
      outcome: 'outofscope';
      /** The id of a topic, or null where nothing fits. */ topic: string | null;
    })
  | (Common & { outcome: 'concern'; /** The writer did it themselves. */ confession: boolean })
  | (Common & { outcome: 'smalltalk'; /** The id of a small talk reply. */ talk: string })
  | (Common & {
      outcome: 'command';
      command: CommandName;
      /** Its very words; otherwise the message only resembles it. */ exact: boolean;
    });

/** Answers a message; the same words always get the same outcome, and no words make it throw. */
export interface AnsweringEngine {
  /** @param previous the person's own earlier turns, oldest first */
  ask(question: string, previous?: readonly string[]): Promise<Outcome>;
}
