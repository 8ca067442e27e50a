import { meetTeams } from './teamsHost';
import { followBrowserTheme, showTheme } from './theme';

/** Meets Teams around a page that needs nothing of it but its looks. A page works without. */
export async function joinTeams(): Promise<void> {
  const stopFollowing = followBrowserTheme();
  try {
    const response = await fetch('/api/host');
    const { localHostOrigin } = (await response.json()) as { localHostOrigin: string | null };
    const context = await meetTeams(localHostOrigin, showTheme);
    if (!context) return;
    stopFollowing();
    showTheme(context.theme);
  } catch (error) {
    console.warn('Teams gave no context.', error);
  }
}

/** The token behind the #, which is taken out of the address: it is of use to nobody else. */
export function takeToken(): string {
  const token = window.location.hash.slice(1);
  window.history.replaceState(null, '', window.location.pathname);
  return token;
}
