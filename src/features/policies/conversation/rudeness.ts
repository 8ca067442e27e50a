import { bareWords } from './bareWords';

const BOT =
  '(?:bot|robot|machine|computer|thing|app|program|programme|idiot|moron|piece of (?:shit|crap|rubbish|junk)|muppet|numpty|pillock|clown)';
const BAD =
  '(?:stupid|useless|dumb|thick|crap|shit|shite|rubbish|pathetic|bloody|fucking|fuckin|effing|sodding|daft|hopeless|pointless|waste of (?:time|space)|idiotic|terrible|awful|worthless|annoying|bollocks|wank|garbage)';

/** Whole messages that scold the bot, in small letters. Somebody else is scolded in other words than these. */
const SCOLDING: readonly string[] = [
  `(?:you |youre |your |you are |ur |u r |u |this (?:bot |thing |app )?(?:is )?|what a (?:load of )?|its |it is )*(?:a |an |so |such a |totally |completely |absolutely |really |just |bloody |fucking )*${BAD}(?: ${BAD})*(?: ${BOT})?(?: (?:you|u) are)?`,
  `(?:you |you are |youre |ur |u )(?:a |an |complete |total |bloody |fucking )*${BOT}`,
  `(?:you )?${BAD} ${BAD}? ?${BOT}`,
  '(?:oh )?(?:fuck|piss|bugger|sod|naff|jog|eff|f) ?off(?: then| you| bot| you .{1,20})?',
  '(?:fuck|screw|stuff|sod|bugger|damn) (?:you|u|this|that|it|sake|me)',
  '(?:for )?(?:fucks|fuck|gods|flip|christs) sake|ffs|shut up|shut your (?:face|gob)|get lost|get stuffed|do one|go away|i hate you|you suck|this sucks|bore off',
  '(?:bastard|bitch|twat|wanker|tosser|knob|knobhead|dickhead|prick|cunt|arsehole|bellend|idiot|moron)',
];
const RUDE = new RegExp(`^(?:${SCOLDING.join('|')})$`);

/** Said to somebody who lost patience: no reproach, and the way on. */
export const RUDE_WORDS =
  'I’m sorry that I was no help. Please tell me in one sentence what you would like to know, or type **help**. ' +
  'If something has happened, type **report**. And your manager is there, too.';

/** Whether a whole message only scolds the bot. */
export function isRude(words: string): boolean {
  const plain = bareWords(words);
  return RUDE.test(plain);
}
