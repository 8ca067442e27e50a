/** A message in plain letters: without its case, full stops and spaces that mean nothing. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[.!?]+$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^please | please$/g, '')
    .trim();
}

const OWN_TIME =
  /^(?:(?:show |change |set )?(?:my )?(?:when|what time) (?:to|should you|do you|will you) remind me|(?:show |change |set )?my reminder times?)$/;
const TEAM_TIMES = /^(?:show |change |set )?(?:the |our )?(?:team )?reminder times?$/;

/** Whether a message is the command `when to remind me`, in its own words and no others. */
export function asksForOwnTime(text: string): boolean {
  return OWN_TIME.test(plainWords(text));
}

/** Whether a message is the command `reminder times`, in its own words and no others. */
export function asksForTeamTimes(text: string): boolean {
  return TEAM_TIMES.test(plainWords(text));
}
