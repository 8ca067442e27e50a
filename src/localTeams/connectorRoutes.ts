import type { ConnectorOperation } from './api';
import { matchPath } from './http';

/** What a route of the Connector takes from its path. */
export interface RouteMatch {
  operation: ConnectorOperation;
  params: Record<string, string>;
}

/** The part of the Bot Connector's REST surface that there is, as botframework-connector 4.23.3 calls it. */
export const CONNECTOR_ROUTES: readonly { method: string; path: string; operation: ConnectorOperation }[] = [
  { method: 'POST', path: '/v3/conversations', operation: 'createConversation' },
  { method: 'POST', path: '/v3/conversations/:conversation/activities', operation: 'send' },
  { method: 'POST', path: '/v3/conversations/:conversation/activities/:activity', operation: 'reply' },
  { method: 'PUT', path: '/v3/conversations/:conversation/activities/:activity', operation: 'update' },
  { method: 'DELETE', path: '/v3/conversations/:conversation/activities/:activity', operation: 'delete' },
  { method: 'GET', path: '/v3/conversations/:conversation/members', operation: 'members' },
  { method: 'GET', path: '/v3/conversations/:conversation/pagedmembers', operation: 'pagedMembers' },
  { method: 'GET', path: '/v3/conversations/:conversation/members/:member', operation: 'member' },
  { method: 'GET', path: '/v3/teams/:team', operation: 'team' },
  { method: 'GET', path: '/v3/teams/:team/conversations', operation: 'channels' },
];

/** The operation that a request asks for. */
export function findRoute(method: string, path: string): RouteMatch | undefined {
  for (const route of CONNECTOR_ROUTES) {
    const params = route.method === method ? matchPath(route.path, path) : undefined;
    if (params) return { operation: route.operation, params };
  }
  return undefined;
}
