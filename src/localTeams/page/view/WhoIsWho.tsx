import type { PersonView, WorldView } from '../../api';
import { Avatar } from './Avatar';
import { Panel } from './Panel';
import { PersonTitle } from './PersonTitle';

/** With more people than this, the list beside it is for searching (a load test has thousands). */
const SHOWN = 60;

/** Everybody, with what they do and the teams they are in. */
export function WhoIsWho({ world, onClose }: { world: WorldView; onClose: () => void }) {
  return (
    <Panel title="Who is who" onClose={onClose}>
      <p class="quiet">These people are invented. What they may do follows from their teams, as in Teams.</p>
      <ul class="who">
        {world.people.slice(0, SHOWN).map((person) => (
          <li key={person.key}>
            <Avatar name={person.name} />
            <div>
              <strong>{person.name}</strong>
              <PersonTitle person={person} />
              <p class="quiet">{teamsOf(world, person)}</p>
            </div>
          </li>
        ))}
      </ul>
      {world.people.length > SHOWN && (
        <p class="quiet">{world.people.length - SHOWN} more are in the list.</p>
      )}
    </Panel>
  );
}

function teamsOf(world: WorldView, person: PersonView): string {
  const names = world.teams.filter((team) => person.teams.includes(team.key)).map((team) => team.name);
  return names.length > 0 ? `In ${names.join(', ')}` : 'In no team';
}
