import { useEffect } from 'preact/hooks';
import type { ConversationView, PersonView } from '../../api';
import { plainMarkdown } from '../cards/markdown';
import { Avatar } from './Avatar';
import { PersonTitle } from './PersonTitle';
import { useApp, useSession } from './SessionContext';
import { Unread } from './Unread';

const NONE: ConversationView[] = [];

/** One person in the rail, with the notification that their locked phone would show. */
export function RailPerson({ person, onOpen }: { person: PersonView; onOpen: () => void }) {
  const session = useSession();
  const known = useApp((state) => state.conversations[person.key]);
  const isOpen = useApp((state) => state.layout.places.some((place) => place.person === person.key));
  useEffect(() => {
    if (known === undefined) session.detached(session.fresh.conversations(person.key));
  }, [session, person.key, known]);
  const unread = (known ?? NONE).filter((conversation) => conversation.unread > 0);
  const newest = [...unread].sort((one, other) => (other.lastAt ?? '').localeCompare(one.lastAt ?? ''))[0];
  return (
    <li>
      <button type="button" class={`rail-item${isOpen ? ' is-open' : ''}`} onClick={onOpen}>
        <Avatar name={person.name} small />
        <span class="rail-who">
          <strong>{person.name}</strong>
          <PersonTitle person={person} />
          {newest && <span class="rail-preview">{plainMarkdown(newest.preview) || 'New message'}</span>}
        </span>
        <Unread count={unread.reduce((sum, conversation) => sum + conversation.unread, 0)} />
        {isOpen && <span class="for-readers"> (open)</span>}
      </button>
    </li>
  );
}
