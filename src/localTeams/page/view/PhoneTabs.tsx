import type { ConversationView, PersonView, WorldView } from '../../api';
import { channelsOf } from '../state/conversationAt';
import type { Where } from '../state/place';
import { Icon, type IconName } from './Icon';
import { Unread } from './Unread';
import { useApp } from './SessionContext';

interface TabsProps {
  world: WorldView;
  person: PersonView;
  where: Where;
  onOpen: (where: Where) => void;
}

const NONE: ConversationView[] = [];

/** What this person can open: the chat with the bot, their channels, and the pages of the app. */
export function PhoneTabs({ world, person, where, onOpen }: TabsProps) {
  const conversations = useApp((state) => state.conversations[person.key] ?? NONE);
  const unread = (id: string): number => conversations.find((one) => one.id === id)?.unread ?? 0;
  return (
    <nav class="phone-tabs" aria-label={`${person.name}: chat, channels and pages`}>
      <Tab
        icon="chat"
        name="Chat"
        unread={unread(person.chatId)}
        current={where.kind === 'chat'}
        onClick={() => onOpen({ kind: 'chat' })}
      />
      {channelsOf(world, person).map((channel) => (
        <Tab
          key={channel.key}
          icon="channel"
          name={channel.name}
          of={channel.team}
          unread={unread(channel.id)}
          current={where.kind === 'channel' && where.channel === channel.key}
          onClick={() => onOpen({ kind: 'channel', channel: channel.key })}
        />
      ))}
      {world.tabs.map((tab) => (
        <Tab
          key={tab.entityId}
          icon="page"
          name={tab.name}
          unread={0}
          current={where.kind === 'tab' && where.tab === tab.entityId}
          onClick={() => onOpen({ kind: 'tab', tab: tab.entityId })}
        />
      ))}
    </nav>
  );
}

interface TabProps {
  icon: IconName;
  name: string;
  of?: string;
  unread: number;
  current: boolean;
  onClick: () => void;
}

function Tab({ icon, name, of, unread, current, onClick }: TabProps) {
  return (
    <button
      type="button"
      class="phone-tab"
      title={of ? `${of} › ${name}` : name}
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span class="phone-tab-name">
        {of && <small>{of}</small>}
        {name}
      </span>
      <Unread count={unread} />
    </button>
  );
}
