import { useState } from 'preact/hooks';
import type { MessageView } from '../../api';
import { Composer } from './Composer';
import { Icon } from './Icon';
import { Message } from './Message';
import { follows } from './MessageList';
import { dayOf } from './times';
import { threadsOf, type Thread } from './threads';

interface ChannelProps {
  person: string;
  conversation: string;
  messages: MessageView[];
}

/** A channel: its threads, each with its answers and a way to answer. */
export function ChannelThreads({ person, conversation, messages }: ChannelProps) {
  const threads = threadsOf(messages);
  const now = new Date();
  return (
    <>
      {threads.map((thread, at) => {
        const day = dayOf(thread.root.at, now);
        const before = threads[at - 1];
        return [
          (!before || dayOf(before.root.at, now) !== day) && (
            <p key={`day ${thread.id}`} class="day">
              <span>{day}</span>
            </p>
          ),
          <ThreadBox key={thread.id} person={person} conversation={conversation} thread={thread} />,
        ];
      })}
    </>
  );
}

interface ThreadProps {
  person: string;
  conversation: string;
  thread: Thread;
}

function ThreadBox({ person, conversation, thread }: ThreadProps) {
  const [replying, setReplying] = useState(false);
  const { root, replies } = thread;
  if (root.from.kind === 'system') return <Message person={person} message={root} follows={false} post />;
  return (
    <section class="thread" aria-label={`Thread begun by ${root.from.name}`}>
      <Message person={person} message={root} follows={false} post />
      <div class="thread-replies">
        {replies.map((reply, at) => (
          <Message
            key={reply.id}
            person={person}
            message={reply}
            post
            follows={at > 0 && follows(replies[at - 1], reply)}
          />
        ))}
        {replying ? (
          <Composer
            person={person}
            conversation={conversation}
            kind="reply"
            replyTo={root.id}
            onSent={() => setReplying(false)}
            onCancel={() => setReplying(false)}
          />
        ) : (
          <button type="button" class="link-button" onClick={() => setReplying(true)}>
            <Icon name="reply" /> Reply
          </button>
        )}
      </div>
    </section>
  );
}
