import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A secret could not be sealed or opened; the message says why and what helps, and holds nothing of the secret. */
export class SecretError extends Error {
  /** 409: the desk as it is set up can't do what was asked. */
  readonly statusCode = 409;
}

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const howToMakeOne = 'make one with "openssl rand -base64 32" and set WIREDESK_KEY to it at every start';

/** Seals texts with the key of the environment. `about` is bound in: a sealed text opens only where it belongs. */
export interface SecretBox {
  seal(text: string, about: string): string;
  open(sealed: string, about: string): string;
}

/** Makes the box of a key (32 bytes as base64 or hex); without one it refuses, with the remedy, when it is asked for something. Throws SecretError on a malformed key. */
export function secretBox(key: string | null): SecretBox {
  if (!key) {
    const refuse = (): never => {
      throw new SecretError(`credentials are kept encrypted, and there is no key: ${howToMakeOne}`);
    };
    return { seal: refuse, open: refuse };
  }
  const bytes = /^[0-9a-f]{64}$/i.test(key) ? Buffer.from(key, 'hex') : Buffer.from(key, 'base64');
  if (bytes.length !== keyBytes)
    throw new SecretError(`WIREDESK_KEY is not 32 bytes in base64 or hex: ${howToMakeOne}`);
  return {
    seal(text, about) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, bytes, nonce).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return ['v1', nonce, cipher.getAuthTag(), sealed]
        .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
        .join('.');
    },
    open(sealed, about) {
      const [version, nonce = '', tag = '', text = ''] = sealed.split('.');
      try {
        if (version !== 'v1') throw new Error(`version ${version}`);
        const decipher = createDecipheriv(algorithm, bytes, Buffer.from(nonce, 'base64url'), {
          authTagLength: tagBytes, // a shorter tag would be easier to guess, and Node takes one
        });
        decipher.setAAD(Buffer.from(about)).setAuthTag(Buffer.from(tag, 'base64url'));
        return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
      } catch {
        throw new SecretError(
          'the credentials do not open with this WIREDESK_KEY: start with the key they were given under, or give them again with wiredesk feeds login',
        );
      }
    },
  };
}
