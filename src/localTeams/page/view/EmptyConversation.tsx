import type { PersonView } from '../../api';
import { Avatar } from './Avatar';
import { useApp, useSession } from './SessionContext';

/** What stands where nothing has been said yet. */
export function EmptyConversation({ person, kind }: { person: PersonView; kind: 'chat' | 'channel' }) {
  const session = useSession();
  const botName = useApp((state) => state.world?.botName ?? 'The bot');
  if (kind === 'channel') {
    return (
      <div class="empty">
        <p>Nothing has been posted here yet. Mention {botName} with @ to talk to it.</p>
      </div>
    );
  }
  const install = (): void => {
    const done = session.api.changePerson(person.key, 'install');
    session.detached(
      done.then(() => session.fresh.world()),
      person.key,
    );
  };
  return (
    <div class="empty">
      <Avatar name={botName} bot />
      <p>
        {person.installed
          ? `Say something to ${botName}.`
          : `${botName} is not installed for ${person.name}.`}
      </p>
      {!person.installed && (
        <button type="button" class="button primary" onClick={install}>
          Install {botName}
        </button>
      )}
    </div>
  );
}
