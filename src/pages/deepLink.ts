/** A place inside the app: the tab's `entityId` in the manifest and, in it, the clause. */
export interface DeepLinkTarget {
  appId: string;
  entityId: 'policy';
  /** The clause's id; without one the page opens at its beginning. */
  subPageId?: string | undefined;
  /** What Teams shows for the link. */
  label: string;
  /** Where a client goes that cannot show the tab. */
  webUrl: string;
}

/** What the links of this installation need. `baseUrl` is where the bot's pages are served, without a slash at its end. */
export interface LinkSettings {
  mode: 'teams' | 'local';
  appId: string;
  baseUrl: string;
}

/**
 * The address that opens a tab of the app inside Teams.
 * Source: Microsoft Learn, "Create deep links", `https://teams.microsoft.com/l/entity/<appId>/<entityId>`.
 */
export function deepLink(target: DeepLinkTarget): string {
  const parameters = new Map([
    ['webUrl', target.webUrl],
    ['label', target.label],
  ]);
  if (target.subPageId !== undefined)
    parameters.set('context', JSON.stringify({ subEntityId: target.subPageId }));
  // Teams on phones reads "+" as a plus, so a space has to be %20.
  const query = [...parameters].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(target.appId)}/${target.entityId}?${query}`;
}

/** The policy page's own address, for a browser without Teams and for local Teams. */
export function policyPageUrl(baseUrl: string, clauseId?: string): string {
  const page = `${baseUrl}/pages/policy`;
  return clauseId === undefined ? page : `${page}?clause=${encodeURIComponent(clauseId)}`;
}

/** The link that opens the policy, at a clause when one is given, wherever this bot runs. */
export function policyLink(settings: LinkSettings, clause?: { id: string; heading: string }): string {
  const webUrl = policyPageUrl(settings.baseUrl, clause?.id);
  if (settings.mode === 'local') return webUrl;
  const label = clause ? `${clause.id} ${clause.heading}` : 'Policy';
  return deepLink({ appId: settings.appId, entityId: 'policy', subPageId: clause?.id, label, webUrl });
}
