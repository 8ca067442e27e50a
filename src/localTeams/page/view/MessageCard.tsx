import type { MessageView } from '../../api';
import type { Card } from '../../json';
import { pressOf } from '../cards/pressed';
import { act, openLink } from '../state/results';
import { CardView } from './CardView';
import { useSession } from './SessionContext';

/** The card of a message, with its buttons at work. */
export function MessageCard({ person, message, card }: { person: string; message: MessageView; card: Card }) {
  const session = useSession();
  const { id, conversationId } = message;
  return (
    <CardView
      card={card}
      keptAs={`${person}/${id}`}
      label={message.summary || `Card from ${message.from.name}`}
      onPress={(action) =>
        act(session, person, session.api.press(person, conversationId, id, pressOf(action)))
      }
      onLink={(address) => openLink(session, person, address)}
    />
  );
}
