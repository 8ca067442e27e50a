import type { WorldView } from '../../api';
import { openPerson } from '../state/layoutChanges';
import type { Place } from '../state/place';
import { Avatar } from './Avatar';
import { Phone } from './Phone';
import { useApp, useSession } from './SessionContext';
import { Unread } from './Unread';
import { useNarrow } from './useNarrow';

/** The open phones: side by side, or one with a strip to change between them. */
export function Phones({ world }: { world: WorldView }) {
  const layout = useApp((state) => state.layout);
  const narrow = useNarrow();
  const one = narrow || layout.view === 'one';
  if (layout.places.length === 0) {
    return <p class="quiet stage-wait">Choose a person in the list to see their phone.</p>;
  }
  return (
    <>
      {one && layout.places.length > 1 && <Strip world={world} places={layout.places} front={layout.front} />}
      <div class={`phones ${one ? 'phones-one' : 'phones-side'}`}>
        {layout.places.map((place, index) => {
          const person = world.people.find((someone) => someone.key === place.person);
          if (!person || (one && index !== layout.front)) return null;
          return <Phone key={person.key} world={world} person={person} place={place} index={index} />;
        })}
      </div>
    </>
  );
}

function Strip({ world, places, front }: { world: WorldView; places: Place[]; front: number }) {
  const session = useSession();
  const conversations = useApp((state) => state.conversations);
  const unread = (person: string): number =>
    (conversations[person] ?? []).reduce((sum, conversation) => sum + conversation.unread, 0);
  return (
    <nav class="strip" aria-label="Open phones">
      {places.map((place, index) => {
        const name = world.people.find((someone) => someone.key === place.person)?.name ?? place.person;
        return (
          <button
            key={place.person}
            type="button"
            class="strip-item"
            aria-current={index === front ? 'true' : undefined}
            onClick={() => session.layout((layout) => openPerson(layout, place.person))}
          >
            <Avatar name={name} small />
            <span>{name.split(' ')[0]}</span>
            {index !== front && <Unread count={unread(place.person)} />}
          </button>
        );
      })}
    </nav>
  );
}
