import type { ParsedItem } from '../../schemas/item.ts';
import type { ReadPage } from './block.ts';

const consent =
  /\b(we (and our partners )?(use|store) cookies|accept (all )?cookies|cookie (policy|consent|settings)|your privacy choices|before you continue|consent to)\b/i;
const failure =
  /\b(404|page (not found|cannot be found|doesn.t exist)|not found|access denied|forbidden|internal server error|bad gateway|service unavailable|error 5\d\d|are you (a )?(human|robot)|verify you are|checking your browser|captcha|enable javascript|attention required)\b|страница не найдена|səhifə tapılmadı|sayfa bulunamadı|seite nicht gefunden/iu;
/** A wall or an error page says little else; longer texts may report about cookies and outages. */
const wallChars = 1500;

/** Why the page looks mis-extracted: consent wall, error page, empty shell; null where it looks sound. */
export function suspicionOf(page: ReadPage, items: ParsedItem[], headline: string | null): string | null {
  const chars = items.reduce((sum, item) => sum + item.body.length, 0);
  if (chars >= wallChars) return null;
  const text = `${headline ?? ''}\n${items.map((item) => item.body).join('\n')}`;
  const whole =
    items.length === 0
      ? page.blocks
          .slice(0, 60)
          .map((block) => block.text)
          .join('\n')
      : text;
  if (failure.test(headline ?? '') || (items.length === 0 && failure.test(whole)))
    return 'looks like an error page; fetch it again later';
  if (consent.test(whole) && chars < wallChars / 3)
    return 'looks like a consent wall; fetch it with the consent cookie set';
  if (items.length === 0) return 'empty shell: no story and no brief in the page as fetched; it may need a browser';
  return null;
}
