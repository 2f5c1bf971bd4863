import type { Logger } from 'pino';
import { pino } from 'pino';
import pretty from 'pino-pretty';
import { UsageError } from './usage-error.ts';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** The desk's log on standard error: pretty on a terminal, JSON lines otherwise. Throws UsageError on an unknown level. */
export function openLog(level: string): Logger {
  if (!levels.includes(level)) throw new UsageError(`unknown log level: ${level}; known are ${levels.join(', ')}`);
  if (process.stderr.isTTY) return pino({ level }, pretty({ sync: true, destination: 2, ignore: 'pid,hostname' }));
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}
