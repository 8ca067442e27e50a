import { splitLabel, type Kind } from './ranking';
import { normalise } from './words';

const politeness =
  /^(hi|hello|hey|please|can you|could you|would you|can u|ok|okay)\b[ ,]*|[ ,]*\b(please|pls|now|thanks|thank you)$/g;

/** Lines of the example banks, found when somebody types one of them. */
export class KnownLines {
  private readonly labels = new Map<string, string>();

  constructor(examples: Readonly<Record<string, readonly string[]>>) {
    for (const [label, lines] of Object.entries(examples)) {
      for (const line of lines) this.labels.set(keyOf(line), label);
    }
  }

  /** What the text is, when it is one of the lines, whatever its case, punctuation and politeness. */
  find(text: string): { kind: Kind; name: string } | undefined {
    if (text.length > 200) return undefined;
    const key = keyOf(text);
    if (key === '') return undefined;
    const label = this.labels.get(key) ?? this.labels.get(key.replace(politeness, '').trim());
    return label === undefined ? undefined : splitLabel(label);
  }
}

/** Two lines with the same key are the same line to the engine. */
export function keyOf(line: string): string {
  return normalise(line)
    .replace(/[.,;:!?"()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
