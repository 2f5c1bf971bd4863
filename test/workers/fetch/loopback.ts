import type { IncomingMessage, ServerResponse } from 'node:http';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import net from 'node:net';
import type { FetcherOptions } from '../../../workers/fetch/http/fetcher.ts';
import { createFetcher } from '../../../workers/fetch/http/fetcher.ts';

export interface Loopback {
  url: string;
  port: number;
  /** Requests as they came, in order. */
  seen: IncomingMessage[];
  sockets: Set<Socket>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const closing: (() => Promise<void> | void)[] = [];

/** Serves `answer` on a free loopback port until `closeAll`. */
export async function serve(answer: Answer): Promise<Loopback> {
  const seen: IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  return { ...(await listen(server)), seen };
}

/** Serves bytes as they are, for answers that no HTTP server would give. */
export const serveRaw = async (answer: (socket: Socket) => void): Promise<Loopback> => ({
  ...(await listen(
    net.createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => answer(socket));
    }),
  )),
  seen: [],
});

async function listen(server: net.Server): Promise<Omit<Loopback, 'seen'>> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((done) => server.close(() => done()));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, sockets };
}

/** A fetcher that may reach loopback, unless the options say otherwise. */
export function fetcher(options: Partial<FetcherOptions> = {}) {
  const made = createFetcher({ isBlocked: () => false, timeoutMs: 5000, maxBytes: 5_000_000, ...options });
  closing.push(() => made.close());
  return made;
}

/** Closes what `serve` and `fetcher` opened. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}
