import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { done, notice, showCard } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Parties } from '../parties';
import type { Pattern } from './moment';
import { partOfDaySchema } from './moment';
import { DAYS, daysInWords, PART_CHOICES, timeInWords } from './timeWords';

const DAY = /^[1-7]$/;
const timeData = z.object({ part: partOfDaySchema.optional().catch(undefined), days: z.string().catch('') });
const CHOOSE_TIME = 'Please choose a time of day.';
const CHOOSE_DAY = 'Please choose at least one day.';

/** `when to remind me`: the form for the person's own time. */
export async function askForTime({ reminders }: Parties, turn: Turn): Promise<void> {
  turn.show(ownTimeCard(await reminders.rhythms.ofPerson(turn.person.id)));
}

/** "When to remind me" on a reminder. */
export async function openOwnTime(parties: Parties, turn: Turn): Promise<CardReply> {
  await askForTime(parties, turn);
  return done;
}

/** "Save": keeps the presser's own time and nobody else's. */
export async function saveOwnTime(
  { reminders }: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const { part, days: chosen } = timeData.parse(data);
  const days = [...new Set(chosen.split(',').filter((day) => DAY.test(day)))]
    .map(Number)
    .sort((a, b) => a - b);
  if (!part) return notice(CHOOSE_TIME);
  if (days.length === 0) return notice(CHOOSE_DAY);
  await reminders.rhythms.setOfPerson(turn.person.id, part, days);
  return showCard(
    ownTimeCard({ part, days }, `Saved. I remind you ${timeInWords(part)}, ${daysInWords(days)}.`),
  );
}

/** @param said a line above the form; empty for none */
function ownTimeCard(pattern: Pattern | undefined, said = ''): Card {
  return render('acknowledgements/ownTime', {
    said,
    hasSaid: said !== '',
    part: pattern?.part ?? '',
    parts: PART_CHOICES,
    days: (pattern?.days ?? DAYS.map((_, index) => index + 1)).join(','),
    dayChoices: DAYS.map((title, index) => ({ title, value: String(index + 1) })),
  });
}
