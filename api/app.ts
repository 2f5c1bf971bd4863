import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';
import { ZodError } from 'zod';
import { requireToken } from './auth.ts';
import type { Desk } from './desk.ts';
import { ApiError } from './errors.ts';
import { deadLetterRoutes } from './routes/dead-letters.ts';
import { feedJsonRoute } from './routes/feed-json.ts';
import { feedRoutes } from './routes/feeds.ts';
import { healthRoutes } from './routes/health.ts';
import { itemRoutes } from './routes/items.ts';
import { peopleRoutes } from './routes/people.ts';
import { replayRoute } from './routes/replays.ts';
import { websubRoutes } from './routes/websub.ts';

/** Builds the desk's HTTP API and page; it listens on nothing yet, so the CLI can also ask it without a port. */
export function buildApp(desk: Desk): FastifyInstance {
  const app = fastify({ logger: false, bodyLimit: 1_000_000, forceCloseConnections: true });
  app.setErrorHandler((error, _request, reply) => {
    const { status, message } = describe(error);
    return reply.status(status).send({ error: message });
  });
  app.setNotFoundHandler((request, reply) =>
    reply
      .status(404)
      .send({ error: `no such address: ${request.method} ${request.url}; see GET /v1/items, /v1/feeds, /healthz` }),
  );
  app.addHook('onRequest', requireToken(desk.token));
  healthRoutes(app, desk);
  itemRoutes(app, desk);
  feedRoutes(app, desk);
  deadLetterRoutes(app, desk);
  replayRoute(app, desk);
  peopleRoutes(app, desk);
  feedJsonRoute(app, desk);
  app.register((scope) => websubRoutes(scope, desk));
  webPage(app, desk.webFolder);
  return app;
}

/** PostgreSQL's code for text that it can't hold (character_not_in_repertoire): in what JSON and addresses bring, that is NUL. */
const nullCharacter = '22021';

function describe(error: unknown): { status: number; message: string } {
  if (error instanceof ApiError) return { status: error.status, message: error.message };
  if (error instanceof ZodError) {
    return {
      status: 400,
      message: error.issues.map((issue) => `${issue.path.join('.') || 'request'}: ${issue.message}`).join('; '),
    };
  }
  if ((error as { code?: unknown }).code === nullCharacter)
    return {
      status: 400,
      message: 'the request holds a null character (%00, \\u0000), which no name has: leave it out',
    };
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  return { status, message: error instanceof Error ? error.message : String(error) };
}

function webPage(app: FastifyInstance, folder: string): void {
  const files = { '/': 'index.html', '/desk.css': 'desk.css', '/desk.js': 'desk.js' };
  const types: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };
  for (const [path, file] of Object.entries(files)) {
    const type = types[file.split('.')[1] ?? ''] ?? 'text/plain';
    app.get(path, async (_request, reply) => {
      reply.header('content-security-policy', "default-src 'self'").type(`${type}; charset=utf-8`);
      return readFile(join(folder, file), 'utf8');
    });
  }
}
