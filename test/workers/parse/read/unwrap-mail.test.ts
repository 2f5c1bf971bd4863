import { expect, test } from '@jest/globals';
import { parsePage } from '../../../../workers/parse/parse-page.ts';
import { unwrapMail } from '../../../../workers/parse/read/unwrap-mail.ts';

const head =
  'Subject: =?utf-8?B?xZ7Ima3FnyBsaW1hbsSx?=\r\nDate: Mon, 23 Nov 2026 10:15:00 +0400\r\nMIME-Version: 1.0\r\n';
const mail = (rest: string, top = head) => ({
  bytes: Buffer.from(top + rest, 'latin1'),
  url: 'file:///m/a.eml',
  contentType: 'message/rfc822',
});
const paragraph =
  'Talks on the port of Batumi resumed on Monday after a pause of two weeks, the ministry of transport said.';

test('a mail of plain text is read as wire copy under its subject, in its own letters, dated by itself', async () => {
  const subject = 'Subject: Port in Batumi\r\nDate: Mon, 23 Nov 2026 10:15:00 +0400\r\n';
  const body = `Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=CF=EE=F0=F2 ${paragraph}`;
  const { items } = parsePage(await unwrapMail(mail(body, subject)));
  expect(items).toMatchObject([
    {
      kind: 'story',
      headline: 'Port in Batumi',
      body: `Порт ${paragraph}`,
      date: { value: '2026-11-23', precision: 'day' },
    },
  ]);
});

test('of a mail in two forms the HTML is read', async () => {
  const body = `Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nPlain\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>${paragraph}</p><p>${paragraph.replace('Monday', 'Tuesday')}</p>\r\n--x--\r\n`;
  const { items } = parsePage(await unwrapMail(mail(body, 'Subject: Ports <today>\r\n')));
  expect(items[0]).toMatchObject({ headline: 'Ports <today>', body: expect.stringContaining('Tuesday') });
});

test('a bulletin that is attached as a text file is read from there', async () => {
  const body = `Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; name=b.txt\r\nContent-Disposition: attachment; filename=b.txt\r\n\r\n${paragraph}\r\n--x--\r\n`;
  const { items } = parsePage(await unwrapMail(mail(body, 'Subject: Ports\r\n')));
  expect(items[0]?.body).toBe(paragraph);
});

test('what is no mail is left as it is', async () => {
  const page = { bytes: Buffer.from('x'), url: 'https://wire.example/', contentType: 'text/html' };
  expect(await unwrapMail(page)).toBe(page);
});
