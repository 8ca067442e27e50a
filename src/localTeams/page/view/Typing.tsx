import { useEffect, useState } from 'preact/hooks';
import { useApp } from './SessionContext';

/** Three dots while the bot is typing. They go by themselves when nothing comes. */
export function Typing({ conversation, name }: { conversation: string; name: string }) {
  const until = useApp((state) => state.typing[conversation] ?? 0);
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (until <= Date.now()) return undefined;
    const timer = window.setTimeout(() => setNow(Date.now()), until - Date.now() + 1);
    return () => window.clearTimeout(timer);
  }, [until]);
  if (until <= now) return null;
  return (
    <p class="typing">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {name} is typing
    </p>
  );
}
