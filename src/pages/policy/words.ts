/** What a search found, in words. An empty search says nothing. */
export function resultWords(query: string, words: readonly string[], count: number): string {
  if (words.length === 0) return '';
  const asked = `“${query.trim()}”`;
  if (count === 0)
    return `No match for ${asked}. Try fewer or other words, or ask your question in the chat.`;
  return count === 1 ? `1 part of the policy has ${asked}.` : `${count} parts of the policy have ${asked}.`;
}

/** The date of approval in words; says so when the policy owner has not filled it in. */
export function approvalWords(approved: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(approved)) return 'date of approval not filled in yet';
  const day = new Date(`${approved}T00:00:00Z`);
  return `approved on ${day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}`;
}
