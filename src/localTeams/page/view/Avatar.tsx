/** How many colours tokens.css has for people. */
const COLOURS = 8;

/** A person's initials in a colour of their own, or the bot's sign. */
export function Avatar({ name, bot, small }: { name: string; bot?: boolean; small?: boolean }) {
  const size = small ? ' avatar-small' : '';
  const colour = bot ? 'avatar-bot' : `avatar-${colourOf(name)}`;
  return (
    <span class={`avatar ${colour}${size}`} aria-hidden="true">
      {bot ? <BotSign /> : initialsOf(name)}
    </span>
  );
}

function BotSign() {
  return (
    <svg viewBox="0 0 20 20" width="70%" height="70%" focusable="false">
      <path d="M5 3.5h7l3 3v10H5zM7.5 9.5l1.7 1.7 3.3-3.4M7.5 14h5" />
    </svg>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}

function colourOf(name: string): number {
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return sum % COLOURS;
}
