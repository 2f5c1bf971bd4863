import PostalMime from 'postal-mime';
import type { PageSource } from '../parse-page.ts';

export const mailType = 'message/rfc822';

/**
 * The page that a mail carries: its HTML part, else its text as plain wire copy under its subject, else a text file that
 * is attached to it; `sent` is the mail's own date. A source of any other type is given back as it is.
 */
export async function unwrapMail(source: PageSource): Promise<PageSource> {
  if (source.contentType?.split(';')[0]?.trim().toLowerCase() !== mailType) return source;
  const mail = await PostalMime.parse(source.bytes);
  const subject = (mail.subject ?? '').replace(/\s+/g, ' ').trim();
  const at = Date.parse(mail.date ?? '');
  const sent = Number.isNaN(at) ? null : new Date(at).toISOString();
  const text = mail.text?.trim() || attachedText(mail.attachments);
  const page = mail.html ? `<!doctype html><title>${escapeText(subject)}</title>${mail.html}` : `${subject}\n\n${text}`;
  const contentType = mail.html ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
  return { ...source, bytes: new TextEncoder().encode(page), contentType, sent };
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function attachedText(attachments: { mimeType: string; content: ArrayBuffer | Uint8Array | string }[]): string {
  const file = attachments.find(({ mimeType }) => mimeType === 'text/plain');
  if (!file) return '';
  return typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content);
}
