import type { EngineData } from './engineData';
import { featuresOf } from './features';
import { LinearModel } from './linearModel';
import type { Urgency } from './outcome';
import { formOf } from './questionForm';
import type { WordGroups } from './wordGroups';
import { normalise, readLength } from './words';

/**
 * From this share on a message counts as urgent; a proper question needs more. Low on purpose:
 * an emergency card too many is a nuisance, one too few may cost a life.
 */
const threshold = { told: 0.2, asked: 0.4 } as const;

/** Longest text that patterns are tried on, in characters: far above what Teams lets a person type. */
const patternLength = 30_000;

/** Notices immediate danger and a writer who may not be safe: by patterns and by a trained model. */
export class UrgencyDetector {
  private readonly model: LinearModel;
  private readonly danger: RegExp;
  private readonly distress: RegExp;

  constructor(
    data: EngineData,
    private readonly groups: WordGroups,
  ) {
    this.model = new LinearModel(data.models.urgency);
    this.danger = anyOf(data.patterns.danger);
    this.distress = anyOf(data.patterns.distress);
  }

  /**
   * Distress goes before danger: its card names people to talk to as well as 999.
   * @param understood whether the text has enough known words for the model; patterns are always tried
   */
  find(text: string, understood: boolean): Urgency {
    const words = normalise(text.slice(0, patternLength));
    if (this.distress.test(words)) return 'distress';
    if (this.danger.test(words)) return 'danger';
    return understood && this.judge(text.slice(0, readLength));
  }

  private judge(text: string): Urgency {
    const shares = this.model.probabilities(featuresOf(text, this.groups));
    const share = (name: string): number => shares[this.model.labels.indexOf(name)] ?? 0;
    const needed = formOf(text) === 'bare' ? threshold.told : threshold.asked;
    if (share('danger') + share('distress') < needed) return false;
    return share('distress') > share('danger') ? 'distress' : 'danger';
  }
}

/** One expression out of the policy owner's patterns; apostrophes are gone from what it is tried on. */
export function anyOf(patterns: readonly string[]): RegExp {
  const parts = patterns.map((pattern) => `(?:${pattern.replace(/'\??/g, '')})`);
  return new RegExp(`\\b(?:${parts.join('|')})\\b`, 'u');
}
