import type { ApiRefusal, LocalEvent } from './api';
import { ROUTES } from './api';
import { ClientRefusal } from './clientRefusal';
import type { CallControl } from './controlCall';
import { Driver } from './driver';
import { until } from './until';

/** Local Teams in another process, driven over HTTP. */
export class RemoteTeams extends Driver {
  private readonly listeners = new Set<(event: LocalEvent) => void>();
  private readonly stop = new AbortController();

  private constructor(readonly url: string) {
    super(callOverHttp(url));
  }

  /** Connects to `LOCAL_TEAMS_URL`. Rejects when nobody is there. */
  static async connect(url: string): Promise<RemoteTeams> {
    const teams = new RemoteTeams(url);
    const response = await fetch(new URL(ROUTES.events.path, url), { signal: teams.stop.signal });
    if (!response.body) throw new Error(`${url} gives no events.`);
    void teams.listen(response.body);
    return teams;
  }

  /** As LocalTeams.until. */
  until<T>(look: () => T | Promise<T>, withinMs?: number): Promise<NonNullable<T>> {
    const subscribe = (listener: (event: LocalEvent) => void) => {
      this.listeners.add(listener);
      return () => void this.listeners.delete(listener);
    };
    return until(subscribe, look, withinMs);
  }

  /** Waits until no activity is on its way to the bot. */
  async settled(withinMs?: number): Promise<void> {
    await this.until(async () => {
      const deliveries = await this.call('deliveries', {}, undefined);
      return deliveries.every(({ state }) => state === 'answered' || state === 'given up');
    }, withinMs);
  }

  /** Stops listening; Local Teams goes on. */
  close(): void {
    this.stop.abort();
  }

  private async listen(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    const reader = body.getReader();
    const rest = { text: '' };
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        const lines = (rest.text + decoder.decode(part.value, { stream: true })).split('\n');
        rest.text = lines.pop() ?? '';
        for (const line of lines) this.take(line);
      }
    } catch (error) {
      if (!this.stop.signal.aborted) throw error;
    }
  }

  private take(line: string): void {
    if (!line.startsWith('data: ')) return;
    const event = JSON.parse(line.slice('data: '.length)) as LocalEvent;
    for (const listener of [...this.listeners]) listener(event);
  }
}

function callOverHttp(url: string): CallControl {
  return async (name, params, body, query = {}) => {
    const { method, path } = ROUTES[name];
    const filled = path.replace(/:(\w+)/g, (_, word: string) => encodeURIComponent(params[word] ?? ''));
    const target = new URL(filled, url);
    target.search = new URLSearchParams(query).toString();
    const response = await fetch(target, {
      method,
      ...(method === 'POST'
        ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) }
        : {}),
    });
    const answer = (await response.json()) as unknown;
    if (!response.ok) throw refusalFrom(response.status, answer as ApiRefusal);
    // The server checks its answers' types where it makes them.
    return answer as never;
  };
}

function refusalFrom(status: number, { error }: ApiRefusal): Error {
  if (status >= 500) return new Error(error.message);
  return new ClientRefusal(status as ClientRefusal['status'], error.code, error.message);
}
