import { asksToConfirm } from '../campaign/campaign';
import { isNight, momentInWords } from '../dates';
import type { Draft } from './draft';
import { remindersInWords } from './reminderChoices';

/** What happens with the request beside its card, a line each. */
export function previewLines(draft: Draft): string[] {
  return [
    ...everyoneLines(draft),
    ...whenLines(draft),
    ...(asksToConfirm(draft) ? reminderLines(draft) : [NOTHING_TO_CONFIRM]),
  ];
}

const NOTHING_TO_CONFIRM =
  'They read it, and there is nothing to confirm: nobody is reminded, and you do not see who has read it.';

function everyoneLines({ everyone }: Draft): string[] {
  return everyone
    ? ['It goes to everybody who has me, and only after a second administrator has approved it.']
    : [];
}

function whenLines({ sendAt }: Draft): string[] {
  if (!sendAt) return [];
  const goes = `It goes out on ${momentInWords(sendAt)}, London time, to whoever is to be asked then.`;
  if (!isNight(new Date(sendAt))) return [goes];
  return [goes, 'That is in the night: most people are asleep then, and their phones may ring.'];
}

function reminderLines({ reminders }: Draft): string[] {
  if (reminders.length === 0) return ['I send no reminders by myself. You can remind people yourself.'];
  return [`Whoever has not confirmed is reminded: ${remindersInWords(reminders)}.`];
}
