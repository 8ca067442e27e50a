import type { TabView } from '../../api';

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

/**
 * Reads the address of one of the app's own pages, as a local bot links to it; undefined for any other address.
 * `clause` is the place in the page (src/pages/deepLink.ts).
 */
export function ownPageFrom(address: string, tabs: readonly TabView[]): Omit<TabLink, 'appId'> | undefined {
  const url = parsed(address);
  const tab = tabs.find((one) => {
    const own = parsed(one.url);
    return own?.origin === url?.origin && own?.pathname === url?.pathname;
  });
  if (!url || !tab) return undefined;
  const clause = url.searchParams.get('clause');
  return { entityId: tab.entityId, ...(clause === null ? {} : { subPageId: clause }) };
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
