import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** Storage that a test can take away and bring back. */
export interface AwayStorage {
  readonly connectionString: string;
  /** How many requests found it away. */
  readonly refused: () => number;
  goAway(): void;
  comeBack(): void;
  stop(): Promise<void>;
}

/** Puts a switch between the product and each of storage's endpoints. */
export async function awayStorage(connectionString: string): Promise<AwayStorage> {
  const state = { away: false, refused: 0 };
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const take = (socket: Socket, port: number): void => {
    if (!state.away) return join(socket, port, sockets);
    state.refused++;
    socket.destroy();
  };
  const addresses = [...connectionString.matchAll(/http:\/\/127\.0\.0\.1:(\d+)/g)];
  const moved = new Map<string, string>();
  for (const [address, port] of addresses) {
    const server = createServer((socket) => take(socket, Number(port)));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    servers.push(server);
    moved.set(address, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    connectionString: connectionString.replaceAll(
      /http:\/\/127\.0\.0\.1:\d+/g,
      (address) => moved.get(address) ?? '',
    ),
    refused: () => state.refused,
    goAway: () => {
      state.away = true;
      cut();
    },
    comeBack: () => void (state.away = false),
    stop: async () => {
      cut();
      await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
    },
  };
}

function join(socket: Socket, port: number, sockets: Set<Socket>): void {
  const onward = connect(port, '127.0.0.1');
  for (const end of [socket, onward]) {
    sockets.add(end);
    end.on('error', () => end.destroy());
    end.on('close', () => sockets.delete(end));
  }
  socket.pipe(onward).pipe(socket);
}
