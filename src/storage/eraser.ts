/** Whether the next record may go. Asked before each of them. */
export type MayErase = () => boolean | Promise<boolean>;

/** What a store gives retention, so that what it holds is erased in the way that its own records ask for. */
export interface Eraser {
  /**
   * Erases what ended before this moment, record by record: cut short anywhere, the next time goes on from there.
   * @param mayGoOn false: stop at the next safe point
   * @returns how many records were erased
   */
  eraseBefore(before: Date, mayGoOn: MayErase): Promise<number>;
}
