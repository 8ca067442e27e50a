/** A look that is taken whenever somebody asks for one, never twice at a time. */
export class Looking {
  private wanted = false;
  private under: Promise<void> | undefined;

  /**
   * @param look must not reject
   * @param mayLook asked before each look; what is wanted meanwhile is not made up for
   */
  constructor(
    private readonly look: () => Promise<void>,
    private readonly mayLook: () => boolean,
  ) {}

  /** Looks now, or once more when a look is being taken. */
  again(): void {
    this.wanted = true;
    if (this.under || !this.mayLook()) return;
    this.under = this.whileWanted().finally(() => (this.under = undefined));
  }

  get busy(): boolean {
    return this.under !== undefined;
  }

  /** Resolves when no look is being taken. */
  async settled(): Promise<void> {
    await this.under;
  }

  private async whileWanted(): Promise<void> {
    while (this.wanted && this.mayLook()) {
      this.wanted = false;
      await this.look();
    }
  }
}
