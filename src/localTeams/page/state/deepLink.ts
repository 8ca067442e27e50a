/** A link that opens a page of an app inside Teams. */
export interface TabLink {
  appId: string;
  entityId: string;
  subPageId?: string;
}

const HOSTS = /^(teams\.microsoft\.com|teams\.cloud\.microsoft)$/;

/** Reads `https://teams.microsoft.com/l/entity/<app>/<entity>?context=…`; undefined for any other address. */
export function tabLinkFrom(address: string): TabLink | undefined {
  const url = parsed(address);
  if (!url || !HOSTS.test(url.hostname)) return undefined;
  const [, l, kind, appId, entityId] = url.pathname.split('/');
  if (l !== 'l' || kind !== 'entity' || !appId || !entityId) return undefined;
  const subPageId = subPageOf(url.searchParams.get('context'));
  return { appId, entityId: decodeURIComponent(entityId), ...(subPageId === undefined ? {} : { subPageId }) };
}

/** The old name and the new one: both are met in links that Teams still opens. */
function subPageOf(context: string | null): string | undefined {
  if (context === null) return undefined;
  try {
    const read = JSON.parse(context) as { subEntityId?: unknown; subPageId?: unknown } | null;
    const id = read?.subEntityId ?? read?.subPageId;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined; // a link with a broken context opens the page at its start, as in Teams
  }
}

function parsed(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
