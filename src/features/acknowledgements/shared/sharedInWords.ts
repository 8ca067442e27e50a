const MOST_NAMED = 10;

/** "Kitchen tablet, Night desk and 3 more": empty where there are none. */
export function sharedInWords(names: Iterable<string>): string {
  const sorted = [...names].sort((one, other) => one.localeCompare(other, 'en-GB'));
  if (sorted.length === 0) return '';
  const more = sorted.length - MOST_NAMED;
  const named = sorted.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const what = sorted.length === 1 ? 'a shared account: ask its people' : 'shared accounts: ask their people';
  return `Not asked: ${named} (${what} on paper).`;
}
