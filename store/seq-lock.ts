import type { Queryable } from './database.ts';

/** 'seqs' in ASCII. */
const seqLock = 0x73657173;

/**
 * Held to the end of the transaction by everyone who draws numbers: a sequence alone hands out 7 before 6 is committed,
 * and a reader who has seen 7 would never ask for 6 again. The people register is changed under it too, so that no item
 * is saved between the reading and the writing of a merge.
 */
export const lockSeq = (tx: Queryable): Promise<unknown> => tx.query('SELECT pg_advisory_xact_lock($1)', [seqLock]);
