import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConversationView, WorldView } from '../../api';
import { plainMarkdown } from '../cards/markdown';
import { CHAT, type Where } from '../state/place';
import { Icon } from './Icon';
import { useApp } from './SessionContext';

/** As long as a phone shows a notification. */
const SHOWN_MS = 8_000;

const NONE: ConversationView[] = [];

interface ArrivalsProps {
  world: WorldView;
  person: string;
  /** the conversation that is open, of which nothing has to be announced */
  openId: string | undefined;
  onOpen: (where: Where) => void;
}

/** Announces a message that arrives elsewhere on this phone, with the summary that Teams shows. */
export function Arrivals({ world, person, openId, onOpen }: ArrivalsProps) {
  const conversations = useApp((state) => state.conversations[person] ?? NONE);
  const [arrived, setArrived] = useState<string>();
  const before = useRef<ConversationView[]>(NONE);
  useEffect(() => {
    const fresh = conversations.find((one) => one.id !== openId && hasGrown(one, before.current));
    before.current = conversations;
    if (fresh) setArrived(fresh.id);
  }, [conversations, openId]);
  useEffect(() => {
    if (arrived === undefined) return undefined;
    const timer = window.setTimeout(() => setArrived(undefined), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [arrived]);
  const shown = conversations.find((one) => one.id === arrived && one.id !== openId && one.unread > 0);
  const open = (): void => {
    if (shown) onOpen(whereOf(world, shown));
    setArrived(undefined);
  };
  return (
    <div role="status" class="arrivals">
      {shown && (
        <button type="button" class="arrival" onClick={open}>
          <Icon name={shown.kind === 'personal' ? 'chat' : 'channel'} />
          <span>
            <strong>{shown.name}</strong> {plainMarkdown(shown.preview) || 'You have a message'}
          </span>
        </button>
      )}
    </div>
  );
}

/** Only what arrives while the phone is watched: the first look is no arrival. */
function hasGrown(now: ConversationView, before: ConversationView[]): boolean {
  const old = before.find((one) => one.id === now.id);
  return old !== undefined && now.unread > old.unread;
}

function whereOf(world: WorldView, { id }: ConversationView): Where {
  const channel = world.teams.flatMap((team) => team.channels).find((one) => one.id === id);
  return channel ? { kind: 'channel', channel: channel.key } : CHAT;
}
