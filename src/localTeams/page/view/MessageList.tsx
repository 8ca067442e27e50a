import type { MessageView } from '../../api';
import { Message } from './Message';
import { dayOf } from './times';

/** Messages of one sender closer together than this share one name and face. */
const TOGETHER_MS = 5 * 60_000;

/** Messages one under the other, with the days between them. */
export function MessageList({ person, messages }: { person: string; messages: MessageView[] }) {
  const now = new Date();
  return (
    <>
      {messages.map((message, at) => {
        const before = messages[at - 1];
        const day = dayOf(message.at, now);
        const newDay = !before || dayOf(before.at, now) !== day;
        return [
          newDay && (
            <p key={`day ${message.id}`} class="day">
              <span>{day}</span>
            </p>
          ),
          <Message
            key={message.id}
            person={person}
            message={message}
            follows={!newDay && follows(before, message)}
          />,
        ];
      })}
    </>
  );
}

/** Whether a message stands under the name of the one before it. */
export function follows(before: MessageView | undefined, message: MessageView): boolean {
  if (!before || before.from.kind !== message.from.kind || before.from.key !== message.from.key) return false;
  if (message.from.kind === 'system') return false;
  return new Date(message.at).getTime() - new Date(before.at).getTime() < TOGETHER_MS;
}
