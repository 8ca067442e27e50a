/** What a store gives somebody who asks what is held about them. */
export interface HeldAbout {
  /** A heading for what follows, in plain words. */
  readonly title: string;
  /** What it holds about this person and may show them, line by line; nothing of anybody else. */
  of(personId: string): Promise<readonly string[]>;
}
