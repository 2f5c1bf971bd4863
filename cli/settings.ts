/** What the environment says: the home of the store and of the queue. Nothing else of the program reads the environment. */
export interface Home {
  dataDir: string;
  databaseUrl: string | null;
  redisUrl: string | null;
  /** What credentials are sealed with; null without one. */
  secretKey?: string | null;
}

/** Reads `DATABASE_URL`, `REDIS_URL` and `WIREDESK_KEY`. Throws when Redis is named without PostgreSQL, since several machines need one store. */
export function readHome(dataDir: string, env: NodeJS.ProcessEnv = process.env): Home {
  const databaseUrl = env['DATABASE_URL'] || null;
  const redisUrl = env['REDIS_URL'] || null;
  if (redisUrl && !databaseUrl)
    throw new Error('REDIS_URL is set without DATABASE_URL: the scale home keeps its store in PostgreSQL, so set both');
  return { dataDir, databaseUrl, redisUrl, secretKey: env['WIREDESK_KEY'] || null };
}
