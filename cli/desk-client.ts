import { existsSync } from 'node:fs';
import { buildApp } from '../api/app.ts';
import { readLock } from '../store/lock.ts';
import { apiDesk, openDesk } from './compose.ts';
import { readHome } from './settings.ts';

/** Asks the desk by its API: `ask('GET', '/v1/feeds')` answers the parsed JSON, or throws the API's own one-line error. */
export type Ask = <T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<T>;

/**
 * Runs `work` against the desk of a data folder: over HTTP when one runs, else on the opened store itself.
 * The folder is not made by asking: one that does not exist is an error that names it, unless `make` says that the
 * command puts the first things into it.
 */
export async function withDesk<T>(dataDir: string, work: (ask: Ask) => Promise<T>, make = false): Promise<T> {
  const home = readHome(dataDir);
  if (!make && !existsSync(dataDir) && !home.databaseUrl) {
    throw new Error(`no data folder ${dataDir}: "wiredesk start" makes it, --data DIR names another`);
  }
  const holder = readLock(dataDir);
  if (holder?.apiUrl) return work(overHttp(holder.apiUrl, holder.token ?? ''));
  const open = await openDesk(home);
  const app = buildApp(apiDesk(open));
  try {
    return await work(async <R>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) => {
      const answer = await app.inject({
        method,
        url: path,
        headers: headersFor(open.token),
        ...(body ? { payload: body as object } : {}),
      });
      return unwrap(answer.statusCode, answer.json()) as R;
    });
  } finally {
    await app.close();
    await open.close();
  }
}

function overHttp(apiUrl: string, token: string): Ask {
  return async <R>(method: string, path: string, body?: unknown) => {
    const json: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
    const answer = await fetch(new URL(path, apiUrl), {
      method,
      headers: { ...headersFor(token), ...json },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return unwrap(answer.status, await answer.json()) as R;
  };
}

const headersFor = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

function unwrap(status: number, answer: unknown): unknown {
  if (status < 400) return answer;
  throw new Error((answer as { error?: string }).error ?? `the desk answers ${status}`);
}
