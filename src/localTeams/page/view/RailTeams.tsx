import type { TeamView, WorldView } from '../../api';
import type { Where } from '../state/place';
import { Icon } from './Icon';
import { useApp, useSession } from './SessionContext';

interface TeamsProps {
  world: WorldView;
  onOpen: (person: string, where: Where) => void;
}

/** Teams and their channels. A channel opens on the phone of a member, of one that is open already if there is. */
export function RailTeams({ world, onOpen }: TeamsProps) {
  const session = useSession();
  const places = useApp((state) => state.layout.places);
  const open = (team: TeamView, channel: string): void => {
    const reader = places.find((place) => team.members.includes(place.person))?.person ?? team.members[0];
    if (reader) onOpen(reader, { kind: 'channel', channel });
    else session.notices.show('error', `Nobody is in ${team.name}.`);
  };
  return (
    <ul class="rail-list">
      {world.teams.map((team) => (
        <li key={team.key} class="rail-team">
          <p>
            {team.name} <small>{peopleIn(team.members.length)}</small>
            {!team.botInstalled && <span class="mark mark-off">without the bot</span>}
          </p>
          <ul>
            {team.channels.map((channel) => (
              <li key={channel.key}>
                <button type="button" class="rail-item rail-channel" onClick={() => open(team, channel.key)}>
                  <Icon name="channel" /> {channel.name}
                  {channel.membershipType !== 'standard' && (
                    <span class="mark">{channel.membershipType}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function peopleIn(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
