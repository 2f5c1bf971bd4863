export type StoreErrorCode = 'newer-schema' | 'unreachable' | 'damaged' | 'refused';

/** A store that cannot be opened; `message` is one line that ends with the remedy. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
