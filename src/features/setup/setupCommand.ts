/** What an administrator can tell the product about its teams. */
export type SetupCommand = 'managersOn' | 'managersOff' | 'concernsOn' | 'concernsOff' | 'status';

const VERB = "(?:please )?(?:(?<off>stop using|do not use|don[’']?t use)|use)";
const MANAGERS = new RegExp(
  `^${VERB} (?:this|the|my|our) (?:team|group) (?:for|as) (?:the )?(?:managers|manager|managers team)$`,
);
const CONCERNS = new RegExp(
  `^${VERB} (?:this|the|our) (?:channel|team) (?:for|as) (?:the )?(?:concerns|concern|concerns channel|reports|complaints)$`,
);
const STATUS = /^(?:please )?(?:show |check )?(?:the |my )?(?:bot )?(?:setup|set up|set-up)(?: status)?$/;

/** The command in a message, whatever its case, spaces and full stop; undefined when it is none. */
export function setupCommandIn(text: string): SetupCommand | undefined {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}’' -]/gu, ' ')
    .replace(/manager[’']?s[’']?/g, 'managers')
    .replace(/\s+/g, ' ')
    .replace(/ please$/, '')
    .trim();
  const managers = MANAGERS.exec(words);
  if (managers) return managers.groups?.['off'] ? 'managersOff' : 'managersOn';
  const concerns = CONCERNS.exec(words);
  if (concerns) return concerns.groups?.['off'] ? 'concernsOff' : 'concernsOn';
  return STATUS.test(words) ? 'status' : undefined;
}
