import { app } from '@microsoft/teams-js';
import { themeNamed, type Theme } from './theme';

/** What Teams says about the page. */
export interface TeamsContext {
  theme: Theme;
  /** The clause of a deep link. */
  subPageId: string | undefined;
}

/**
 * Meets Teams, when the page stands in it.
 * @param extraOrigin the stand-in's origin in local mode; teams-js knows Microsoft's by itself
 * @returns undefined in a plain browser. In a frame of a stranger it never settles, and the page stays as it is.
 */
export async function meetTeams(
  extraOrigin: string | null,
  onTheme: (theme: Theme) => void,
): Promise<TeamsContext | undefined> {
  try {
    await app.initialize(extraOrigin === null ? undefined : [extraOrigin]);
  } catch {
    // No Teams around the page is an ordinary way to read it.
    return undefined;
  }
  app.registerOnThemeChangeHandler((name) => onTheme(themeNamed(name)));
  const context = await app.getContext();
  app.notifyAppLoaded();
  app
    .notifySuccess()
    .catch((error: unknown) => console.warn('Teams did not take the notice that the page is shown.', error));
  return { theme: themeNamed(context.app.theme), subPageId: context.page.subPageId };
}
