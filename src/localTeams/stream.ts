import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EventBus } from './events';

/** Milliseconds between signs of life, so that nothing on the way takes the stream for dead. */
const HEARTBEAT_MS = 15_000;

/** Sends every event from now on, until the reader goes away. */
export function streamEvents(bus: EventBus, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'keep-alive',
  });
  response.write('data: {"seq":0,"type":"hello"}\n\n');
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  const unsubscribe = bus.subscribe((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  request.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
