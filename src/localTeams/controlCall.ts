import type { RouteAnswers, RouteBodies, RouteName } from './api';

/** A route of the control API that has an answer of its own: all but the stream. */
export type CallName = Exclude<RouteName, 'events'>;

/** The body of a route, or undefined where it takes none. */
export type BodyOf<Name extends CallName> = Name extends keyof RouteBodies ? RouteBodies[Name] : undefined;

/** A call of a route: the named parts of its path, its query, its body. */
export interface ControlCall<Name extends CallName> {
  params: Record<string, string>;
  query: URLSearchParams;
  body: BodyOf<Name>;
}

/** What answers each route. */
export type ControlHandlers = {
  [Name in CallName]: (call: ControlCall<Name>) => RouteAnswers[Name] | Promise<RouteAnswers[Name]>;
};

/**
 * Calls a route by name, in the process or over HTTP. Rejects with ClientRefusal where a Teams client would
 * not let the person do it.
 */
export type CallControl = <Name extends CallName>(
  name: Name,
  params: Record<string, string>,
  body: BodyOf<Name>,
  query?: Record<string, string>,
) => Promise<RouteAnswers[Name]>;
