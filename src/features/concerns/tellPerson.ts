import { writeToPerson } from '../../bot/personsChat';
import type { Sent } from '../../bot/outcomes';
import type { Card } from '../../cards/render';
import type { ConcernsDeps } from './deps';

/** Sends a card to somebody whom the product knows. */
export const tellPerson = (
  deps: Pick<ConcernsDeps, 'directory' | 'messenger'>,
  personId: string,
  card: Card,
): Promise<Sent> => writeToPerson(deps, { personId }, { card });

/** Teams may answer otherwise later; every other refusal stays one until somebody acts. */
export const mayPass = ({ outcome }: Sent): boolean =>
  outcome === 'unavailable' || outcome === 'conversationGone';
