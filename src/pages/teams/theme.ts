/** The page's looks; `contrast` is Teams' own name for its high-contrast theme. */
export type Theme = 'default' | 'dark' | 'contrast';

/** The theme that Teams names; a name that it adds later looks like the default. */
export function themeNamed(name: string | undefined): Theme {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

/** What the person's browser asks for, until Teams says otherwise. */
export function browserTheme(): Theme {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}

/** Shows the page in a theme. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}

/** Follows the browser's wish. @returns a function that stops it */
export function followBrowserTheme(): () => void {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => showTheme(browserTheme());
  follow();
  query.addEventListener('change', follow);
  return () => query.removeEventListener('change', follow);
}
