/** A timestamptz column as ISO 8601 UTC with milliseconds; both drivers give a `Date`. */
export const isoTime = (value: Date | string): string => new Date(value).toISOString();

export const isoTimeOrNull = (value: Date | string | null): string | null => (value === null ? null : isoTime(value));
