import { useState } from 'preact/hooks';
import type { PersonView, WorldView } from '../../api';
import { openPerson } from '../state/layoutChanges';
import type { Where } from '../state/place';
import { RailPerson } from './RailPerson';
import { RailTeams } from './RailTeams';
import { useSession } from './SessionContext';

/** With more people than this, a list is for searching and not for reading (a load test has thousands). */
const SHOWN_PEOPLE = 40;

interface RailProps {
  world: WorldView;
  onChosen: () => void;
}

/** Who is there: people by what they do, and the channels of their teams. */
export function Rail({ world, onChosen }: RailProps) {
  const session = useSession();
  const [search, setSearch] = useState('');
  const found = world.people.filter((person) => matches(person, search));
  const shown = found.slice(0, SHOWN_PEOPLE);
  const open = (person: string, where?: Where): void => {
    session.layout((layout) => openPerson(layout, person, where));
    onChosen();
  };
  return (
    <nav class="rail" aria-label="People and channels">
      {world.people.length > 12 && (
        <label class="rail-search">
          <span class="for-readers">Find a person</span>
          <input
            type="search"
            placeholder="Find a person"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
      )}
      <h2>People</h2>
      <ul class="rail-list">
        {shown.map((person) => (
          <RailPerson key={person.key} person={person} onOpen={() => open(person.key)} />
        ))}
      </ul>
      {found.length > shown.length && (
        <p class="quiet">{found.length - shown.length} more. Type a name to find them.</p>
      )}
      <h2>Channels</h2>
      <RailTeams world={world} onOpen={open} />
    </nav>
  );
}

function matches(person: PersonView, search: string): boolean {
  const words = search.trim().toLowerCase();
  return words === '' || `${person.name} ${person.title} ${person.role}`.toLowerCase().includes(words);
}
