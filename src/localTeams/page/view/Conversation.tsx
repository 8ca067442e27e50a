import type { PersonView } from '../../api';
import { messagesKey, type LoadedMessages } from '../state/appState';
import type { OpenConversation } from '../state/conversationAt';
import { ChannelThreads } from './ChannelThreads';
import { Composer } from './Composer';
import { EmptyConversation } from './EmptyConversation';
import { MessageList } from './MessageList';
import { PersonNotices } from './Notices';
import { useApp, useSession } from './SessionContext';
import { SuggestedActions } from './SuggestedActions';
import { Typing } from './Typing';
import { useOpened } from './useOpened';
import { useStayAtEnd } from './useStayAtEnd';

interface ConversationProps {
  person: PersonView;
  conversation: OpenConversation;
}

/** A chat or a channel as one person sees it, with its composer. */
export function Conversation({ person, conversation }: ConversationProps) {
  const { id, kind, name } = conversation;
  useOpened(person.key, id);
  const loaded = useApp((state) => state.messages[messagesKey(person.key, id)]);
  const { list, newBelow, toEnd } = useStayAtEnd(loaded?.messages.at(-1)?.id, id);
  return (
    <div class="conversation">
      <button type="button" class="to-composer" onClick={writeAMessage}>
        Skip to writing a message
      </button>
      <div ref={list} class="messages" tabIndex={0} role="log" aria-label={`${name}, messages`}>
        <div class="messages-inner">
          {loaded ? <Messages person={person} conversation={conversation} loaded={loaded} /> : <Loading />}
        </div>
      </div>
      {newBelow && (
        <button type="button" class="new-below" onClick={toEnd}>
          New messages
        </button>
      )}
      <PersonNotices person={person.key} />
      <Composer
        key={id}
        person={person.key}
        conversation={id}
        kind={kind === 'chat' ? 'chat' : 'post'}
        onSent={toEnd}
      />
    </div>
  );
}

/** Spares who has no mouse the way through every button of every message. */
function writeAMessage(event: Event): void {
  const place = event.currentTarget instanceof HTMLElement ? event.currentTarget.parentElement : null;
  place?.querySelector<HTMLElement>('.composer-chat textarea, .composer-post textarea')?.focus();
}

function Messages({ person, conversation, loaded }: ConversationProps & { loaded: LoadedMessages }) {
  const session = useSession();
  const botName = useApp((state) => state.world?.botName ?? '');
  const { id, kind } = conversation;
  const newest = loaded.messages.at(-1);
  return (
    <>
      {loaded.more && (
        <button
          type="button"
          class="link-button older"
          onClick={() => session.detached(session.fresh.older(person.key, id), person.key)}
        >
          Show earlier messages
        </button>
      )}
      {loaded.messages.length === 0 && <EmptyConversation person={person} kind={kind} />}
      {kind === 'chat' ? (
        <MessageList person={person.key} messages={loaded.messages} />
      ) : (
        <ChannelThreads person={person.key} conversation={id} messages={loaded.messages} />
      )}
      <Typing conversation={id} name={botName} />
      {newest && newest.suggestedActions.length > 0 && (
        <SuggestedActions person={person.key} message={newest} />
      )}
    </>
  );
}

function Loading() {
  return <p class="quiet">Loading…</p>;
}
