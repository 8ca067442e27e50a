/** Where the administrator's decisions about teams are kept. Saying the same twice does no harm. */
export interface SetupDirectory {
  /** Members of the team become managers, or no longer are. @returns when it is stored */
  setManagers(teamId: string, on: boolean): Promise<void>;
  /**
   * Concerns go to this channel from now on. There is at most one in the whole product, so it takes the place of the
   * one before, in whichever team that was. Undefined: this team's channel receives no concerns any more.
   */
  setConcernsChannel(teamId: string, channelId: string | undefined): Promise<void>;
  /** Whether a channel was ever set for concerns, also in a team that the bot is not in any more. */
  hadConcernsChannel(): Promise<boolean>;
}
