import type { RouteAnswers, RouteName } from '../../src/localTeams/api';
import { ROUTES } from '../../src/localTeams/api';
import type { BodyOf, CallControl, CallName } from '../../src/localTeams/controlCall';

/** Longer than the stand-in waits for the bot. */
const PATIENCE_MS = 60_000;

/** Calls the control API over HTTP, as the page does. @param url where local Teams is, without a slash at the end. */
export function httpControl(url: string): CallControl {
  return async <Name extends CallName>(
    name: Name,
    params: Record<string, string>,
    body: BodyOf<Name>,
    query: Record<string, string> = {},
  ) => {
    const { method } = ROUTES[name];
    const address = new URL(`${url}${pathOf(name, params)}`);
    for (const [key, value] of Object.entries(query)) address.searchParams.set(key, value);
    const response = await fetch(address, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(method === 'POST' && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body ?? {}),
      }),
    });
    const answer: unknown = await response.json();
    if (!response.ok)
      throw new Error(`${name} was refused with ${response.status}: ${JSON.stringify(answer)}`);
    return answer as RouteAnswers[Name];
  };
}

function pathOf(name: RouteName, params: Record<string, string>): string {
  return ROUTES[name].path.replace(/:([a-z]+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
}
