import type { Help } from './beside';
import type { Recipient } from './recipient';

/** The recipient after they asked for help: each kind once, and whether they confirmed stays as it was. */
export function afterHelpAsked(recipient: Recipient, help: Help, at: string): Recipient {
  const needs = recipient.needs ?? [];
  if (needs.some((need) => need.help === help)) return recipient;
  return { ...recipient, needs: [...needs, { help, askedAt: at }] };
}

/** The recipient after the manager was told, or cannot be. */
export function afterHelpTold(recipient: Recipient, help: Help, at: string): Recipient {
  if (!isUntold(recipient, help)) return recipient;
  const needs = recipient.needs?.map((need) => (need.help === help ? { ...need, toldAt: at } : need));
  return { ...recipient, needs };
}

export function isUntold(recipient: Recipient, help: Help): boolean {
  return recipient.needs?.some((need) => need.help === help && !need.toldAt) ?? false;
}

/** What somebody asked for, as their manager and they themselves read it. */
export const HELP_WORDS: Readonly<Record<Help, string>> = {
  person: 'a person to explain it',
  interpreter: 'an interpreter',
  aloud: 'somebody to read it aloud',
};
