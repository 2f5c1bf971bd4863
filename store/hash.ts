import { createHash } from 'node:crypto';

/** 20 hex digits are 80 bits: no collision to be feared below some billions of keys, and still readable in a log. */
const keyDigits = 20;

export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A short key made from what it names; parts are joined so that ('ab','c') and ('a','bc') differ. */
export const shortKey = (...parts: string[]): string => sha256Hex(parts.join('\u0000')).slice(0, keyDigits);
