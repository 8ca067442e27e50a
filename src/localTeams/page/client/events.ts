import type { LocalEvent } from '../../api';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/** What the events stream tells its listener. */
export interface EventsListener {
  onEvent: (event: LocalEvent) => void;
  /** the stream is open; after a break everything has to be asked for again */
  onUp: () => void;
  onDown: () => void;
}

/** Listens to Local Teams and, when the line breaks, tries again by itself. Returns a function that stops it. */
export function listen(listener: EventsListener, open = () => new EventSource('/api/events')): () => void {
  const line = {
    stopped: false,
    wait: FIRST_WAIT_MS,
    timer: 0,
    source: undefined as EventSource | undefined,
  };
  const connect = (): void => {
    const source = open();
    line.source = source;
    source.onopen = () => {
      line.wait = FIRST_WAIT_MS;
      listener.onUp();
    };
    source.onmessage = (message) => hand(listener, message.data);
    source.onerror = () => {
      source.close();
      if (line.stopped) return;
      listener.onDown();
      line.timer = window.setTimeout(connect, line.wait);
      line.wait = Math.min(line.wait * 2, LONGEST_WAIT_MS);
    };
  };
  connect();
  return () => {
    line.stopped = true;
    window.clearTimeout(line.timer);
    line.source?.close();
  };
}

function hand(listener: EventsListener, data: unknown): void {
  if (typeof data === 'string') listener.onEvent(JSON.parse(data) as LocalEvent);
}
