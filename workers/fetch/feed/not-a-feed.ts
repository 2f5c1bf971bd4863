/** The bytes are no feed; `found` says what they are instead. The message is one line that names the address. */
export class NotAFeed extends Error {
  readonly found: 'html' | 'empty' | 'malformed' | 'other';

  constructor(found: NotAFeed['found'], url: string, detail: string) {
    super(`${url} ${detail}`.replace(/\s+/g, ' '));
    this.name = 'NotAFeed';
    this.found = found;
  }
}
