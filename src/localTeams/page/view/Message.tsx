import { memo } from 'preact/compat';
import type { MessageView } from '../../api';
import { Attachments } from './Attachments';
import { Avatar } from './Avatar';
import { Feedback } from './Feedback';
import { MessageCard } from './MessageCard';
import { MessageText } from './MessageText';
import { fullTime, timeOf } from './times';

/** What a message is drawn from. */
export interface MessageProps {
  /** whose phone this is */
  person: string;
  message: MessageView;
  /** the message before it is of the same sender, moments ago: name and face are left out */
  follows: boolean;
  /** in a channel: one's own messages stand among the others, with name and face */
  post?: boolean;
}

/** One message as this person sees it. */
export const Message = memo(function Message(props: MessageProps) {
  const { message, person, follows, post } = props;
  if (message.from.kind === 'system') return <p class="message-system">{message.text}</p>;
  const own = message.from.key === person && !post;
  const bot = message.from.kind === 'bot';
  return (
    <article
      class={`message ${own ? 'own' : 'other'}${follows ? ' follows' : ''}${message.card ? ' has-card' : ''}`}
      aria-label={`${message.from.key === person ? 'You' : message.from.name}, ${timeOf(message.at)}`}
      data-message={message.id}
    >
      {!own && (follows ? <span class="avatar-gap" /> : <Avatar name={message.from.name} bot={bot} />)}
      <div class="message-main">
        {!follows && <Header message={message} own={own} />}
        {message.deleted ? (
          <p class="bubble message-deleted">This message has been deleted.</p>
        ) : (
          <Body {...props} />
        )}
        <Delivery message={message} />
      </div>
    </article>
  );
});

function Header({ message, own }: { message: MessageView; own: boolean }) {
  return (
    <header class="message-header">
      {!own && <span class="message-name">{message.from.name}</span>}
      <time dateTime={message.at} title={fullTime(message.at)}>
        {timeOf(message.at)}
      </time>
      {message.edited && <span class="message-edited">Edited</span>}
    </header>
  );
}

function Body({ message, person, follows }: MessageProps) {
  const hasBubble = message.text !== '' || message.attachments.length > 0;
  return (
    <>
      {hasBubble && (
        <div class="bubble" dir="auto">
          {message.text !== '' && <MessageText person={person} message={message} />}
          {message.attachments.length > 0 && <Attachments attachments={message.attachments} />}
        </div>
      )}
      {message.card && <MessageCard person={person} message={message} card={message.card} />}
      {follows && message.edited && <span class="message-edited">Edited</span>}
      {message.feedback && <Feedback person={person} message={message} />}
    </>
  );
}

function Delivery({ message }: { message: MessageView }) {
  if (message.delivery === 'failed') {
    return <p class="delivery delivery-failed">Sent, but the bot could not take it.</p>;
  }
  return message.delivery === 'sending' ? <p class="delivery">Sending…</p> : null;
}
