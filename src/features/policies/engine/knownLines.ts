import type { Verdict } from '../policy';
import type { EngineData } from './engineData';
import { splitLabel, type Kind } from './ranking';
import { normalise } from './words';

const politeness =
  /^(hi|hello|hey|please|can you|could you|would you|can u|ok|okay)\b[ ,]*|[ ,]*\b(please|pls|now|thanks|thank you)$/g;

/** Lines with one label and one verdict. */
type Group = EngineData['knownLines'][number];

/** Lines of the example banks, found when somebody types one of them. */
export class KnownLines {
  private readonly known = new Map<string, Group>();

  constructor(groups: readonly Group[]) {
    for (const group of groups) for (const key of group.keys) this.known.set(key, group);
  }

  /** What the text is, when it is one of the lines, whatever its case, punctuation and politeness. */
  find(text: string): { kind: Kind; name: string } | undefined {
    if (text.length > 200) return undefined;
    const key = keyOf(text);
    if (key === '') return undefined;
    const group = this.known.get(key) ?? this.known.get(key.replace(politeness, '').trim());
    return group && splitLabel(group.label);
  }

  /** What a reviewed line's answer is, where its writer said so; undefined for anything else. */
  verdictOf(text: string): Verdict | undefined {
    return this.known.get(keyOf(text))?.verdict;
  }
}

/** Two lines with the same key are the same line to the engine. */
export function keyOf(line: string): string {
  return normalise(line)
    .replace(/[.,;:!?"()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
