import type { PersonView, WorldView } from '../../api';

/** What a page's `app.getContext` is made from. */
export interface ContextParts {
  world: WorldView;
  person: PersonView;
  theme: string;
  frame: 'content' | 'task';
  entityId?: string | undefined;
  subPageId?: string | undefined;
}

/** The context as a Teams host sends it: flat and in old names, which teams-js turns into those of today. */
export function hostContext({
  world,
  person,
  theme,
  frame,
  entityId,
  subPageId,
}: ContextParts): Record<string, unknown> {
  return {
    locale: 'en-gb',
    theme,
    frameContext: frame,
    entityId: entityId ?? '',
    subEntityId: subPageId ?? '',
    appId: world.appId,
    hostName: 'Teams',
    hostClientType: 'web',
    userObjectId: person.aadObjectId,
    userDisplayName: person.name,
    userPrincipalName: person.email,
    loginHint: person.email,
    tid: world.tenantId,
    appSessionId: `local-${person.key}`,
    sessionId: `local-${person.key}`,
  };
}
