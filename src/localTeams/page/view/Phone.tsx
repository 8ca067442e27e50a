import { useEffect, useRef } from 'preact/hooks';
import type { PersonView, WorldView } from '../../api';
import { conversationAt } from '../state/conversationAt';
import { closeAt, showAt } from '../state/layoutChanges';
import { CHAT, type Place, type Where } from '../state/place';
import { Arrivals } from './Arrivals';
import { Avatar } from './Avatar';
import { Conversation } from './Conversation';
import { Icon } from './Icon';
import { PersonTitle } from './PersonTitle';
import { PhoneTabs } from './PhoneTabs';
import { useApp, useSession } from './SessionContext';
import { TabPage } from './TabPage';

interface PhoneProps {
  world: WorldView;
  person: PersonView;
  place: Place;
  index: number;
}

/** One person's phone: who it is, what they can open, and what is open. */
export function Phone({ world, person, place, index }: PhoneProps) {
  const session = useSession();
  const known = useApp((state) => state.conversations[person.key] !== undefined);
  const box = useFront(index);
  useEffect(() => {
    if (!known) session.detached(session.fresh.conversations(person.key), person.key);
  }, [session, person.key, known]);
  const open = (where: Where): void => session.layout((layout) => showAt(layout, index, where));
  return (
    <section ref={box} class="phone" aria-label={`${person.name}, ${person.title}`} data-person={person.key}>
      <header class="phone-header">
        <Avatar name={person.name} />
        <div class="phone-who">
          <h2>{person.name}</h2>
          <PersonTitle person={person} />
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label={`Close ${person.name}`}
          title="Close"
          onClick={() => session.layout((layout) => closeAt(layout, index))}
        >
          <Icon name="close" />
        </button>
      </header>
      <PhoneTabs world={world} person={person} where={place.where} onOpen={open} />
      <Arrivals
        person={person.key}
        openId={conversationAt(world, person, place.where)?.id}
        onOpen={open}
        world={world}
      />
      <Opened world={world} person={person} where={place.where} onBack={() => open(CHAT)} />
    </section>
  );
}

interface OpenedProps {
  world: WorldView;
  person: PersonView;
  where: Where;
  onBack: () => void;
}

function Opened({ world, person, where, onBack }: OpenedProps) {
  if (where.kind === 'tab') {
    const tab = world.tabs.find((one) => one.entityId === where.tab);
    if (tab) return <TabPage person={person} tab={tab} subPage={where.subPage} onBack={onBack} />;
  }
  const conversation = conversationAt(world, person, where);
  if (conversation) return <Conversation key={conversation.id} person={person} conversation={conversation} />;
  return (
    <div class="conversation empty">
      <p>{person.name} cannot see this.</p>
      <button type="button" class="button" onClick={onBack}>
        Open the chat
      </button>
    </div>
  );
}

/** Brings a phone into view when it comes to the front among several. */
function useFront(index: number) {
  const isFront = useApp((state) => state.layout.front === index);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isFront) box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isFront]);
  return box;
}
