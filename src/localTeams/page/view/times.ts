const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const FULL = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

/** 14:05 */
export function timeOf(at: string): string {
  return TIME.format(new Date(at));
}

/** The whole date, for a tooltip. */
export function fullTime(at: string): string {
  return FULL.format(new Date(at));
}

/** Today, Yesterday, or the day's name and date. */
export function dayOf(at: string, now: Date): string {
  const day = startOfDay(new Date(at));
  const today = startOfDay(now);
  if (day === today) return 'Today';
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  return day === startOfDay(yesterday) ? 'Yesterday' : DAY.format(new Date(at));
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
