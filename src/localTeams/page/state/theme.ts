import type { Kept } from './kept';

/** The two looks of the page. */
export type ThemeName = 'light' | 'dark';

const KEPT_AS = 'theme';

/** What the reader chose, else what their machine prefers. */
export function startingTheme(kept: Kept, prefersDark: boolean): ThemeName {
  const chosen = kept.get(KEPT_AS);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return prefersDark ? 'dark' : 'light';
}

/** Whether the reader has chosen; as long as not, the page follows the machine. */
export function hasChosenTheme(kept: Kept): boolean {
  return kept.get(KEPT_AS) !== undefined;
}

/** Remembers the reader's choice. */
export function keepTheme(kept: Kept, theme: ThemeName): void {
  kept.set(KEPT_AS, theme);
}

/** The name that Teams gives a page for this look. */
export function teamsTheme(theme: ThemeName): 'default' | 'dark' {
  return theme === 'dark' ? 'dark' : 'default';
}
