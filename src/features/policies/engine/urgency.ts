import type { EngineData } from './engineData';
import type { Network } from './network';
import type { Read } from './ranking';
import type { Urgency } from './outcome';
import { anyOf, foldLetters } from './urgencyPatterns';
import { normalise, readLength, wordsOf } from './words';

/**
 * From this share on a message counts as urgent. Low on purpose: an emergency card too many is a nuisance, one too few
 * may cost a life. Chosen with the messages in test/features/policies/engine/heldOut: lower finds no more of them.
 */
const urgentShare = 0.12;

/** Longest text that patterns are tried on, in characters: far above what Teams lets a person type. */
const patternLength = 30_000;

/** The model needs so many different words; fewer are left to the patterns. */
const leastWords = 3;

/** From this many words on each sentence is judged by itself too. */
const longMessage = 25;

/** One sentence of many says less than a whole message, and there are more of them to be wrong about. */
const urgentSentenceShare = 0.5;

/** Sentences of a long message that are judged one by one: keeps a question quick. */
const sentencesRead = 12;

/** Somebody asks for leave to do something: words of danger in it are its subject, not its news. */
const asksLeave =
  /^(hi|hello|please|so|and|but|ok|also|[ ,])*(can|may|could|should|am|are|must) (i|we)\b(?!.*\b(help|stop him|stop her|what do i do)\b)/;

interface Patterns {
  always: RegExp;
  whenTold: RegExp;
}

/** Notices immediate danger and a writer who may not be safe: by patterns and by a trained model. */
export class UrgencyDetector {
  private readonly danger: Patterns;
  private readonly distress: Patterns;
  private readonly calm: RegExp;

  constructor(
    data: EngineData,
    private readonly network: Network,
    private readonly read: (text: string) => Promise<Read>,
  ) {
    const { danger, distress, calm } = data.patterns;
    this.danger = { always: anyOf(danger.always), whenTold: anyOf(danger.whenTold) };
    this.distress = { always: anyOf(distress.always), whenTold: anyOf(distress.whenTold) };
    this.calm = new RegExp(anyOf(calm), 'gu');
  }

  /**
   * Distress goes before danger: its card names people to talk to as well as 999.
   * @param understood whether the text has enough known words for the model; patterns are always tried
   */
  async find(text: string, understood: boolean): Promise<Urgency> {
    const words = foldLetters(normalise(text.slice(0, patternLength))).replace(this.calm, ' ');
    const told = !asksLeave.test(words);
    if (matches(this.distress, words, told)) return 'distress';
    if (matches(this.danger, words, told)) return 'danger';
    const isEnough = understood && new Set(wordsOf(words)).size >= leastWords;
    return isEnough && (await this.judgeAll(text.slice(0, readLength)));
  }

  /** A long report may hold one urgent sentence among many calm ones, which the whole would hide. */
  private async judgeAll(text: string): Promise<Urgency> {
    const whole = await this.judge(text, urgentShare);
    if (whole || wordsOf(text).length <= longMessage) return whole;
    const sentences = text.split(/(?<=[.!?])\s+|\n+/).slice(0, sentencesRead);
    for (const sentence of sentences) {
      const urgency = await this.judge(sentence, urgentSentenceShare);
      if (urgency) return urgency;
    }
    return false;
  }

  /** @param least from which share on it counts */
  private async judge(text: string, least: number): Promise<Urgency> {
    const [, shares = []] = this.network.read((await this.read(text)).features);
    const [, labels = []] = this.network.heads;
    const share = (name: Exclude<Urgency, false>): number => shares[labels.indexOf(name)] ?? 0;
    if (share('danger') + share('distress') < least) return false;
    return share('distress') > share('danger') ? 'distress' : 'danger';
  }
}

function matches({ always, whenTold }: Patterns, words: string, told: boolean): boolean {
  return always.test(words) || (told && whenTold.test(words));
}
