import { normalise, stem, wordsOf } from './words';

/** Words that mean the same here, so that "coworker" in a question meets "colleague" in an example. */
export class WordGroups {
  private readonly groupsOf = new Map<string, string[]>();
  private longest = 1;

  /** @param groups group name to its words and phrases, as in words.json */
  constructor(groups: Readonly<Record<string, readonly string[]>>) {
    for (const [name, phrases] of Object.entries(groups)) {
      for (const phrase of phrases) this.add(name, wordsOf(normalise(phrase)).map(stem));
    }
  }

  /** The names of the groups that a sequence of stems touches, each once, in order of appearance. */
  find(stems: readonly string[]): string[] {
    const found = new Set<string>();
    for (let start = 0; start < stems.length; start += 1) {
      for (let length = 1; length <= this.longest && start + length <= stems.length; length += 1) {
        const names = this.groupsOf.get(stems.slice(start, start + length).join(' '));
        for (const name of names ?? []) found.add(name);
      }
    }
    return [...found];
  }

  private add(name: string, stems: readonly string[]): void {
    const key = stems.join(' ');
    const names = this.groupsOf.get(key) ?? [];
    if (!names.includes(name)) this.groupsOf.set(key, [...names, name]);
    this.longest = Math.max(this.longest, stems.length);
  }
}
