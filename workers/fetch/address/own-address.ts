import { getDomain } from 'tldts';
import { isVariant, pageKey } from '../../../schemas/page-key.ts';
import { readTags } from '../feed/read-tags.ts';
import { canonicalUrl } from './canonical-url.ts';

/** Heads with long scripts in front end well below this; a canonical address further down is the text's own. */
const maxHead = 300_000;

/**
 * The address a page gives for itself (`rel=canonical`), where it can be believed to name this very page; null without
 * one. Believed are: the confirmed end of a redirect, what a variant for phones or AMP calls its page on its own domain, and an address of
 * the same site with the same last words or number. Sites print one canonical address on all pages by mistake; believing
 * those would make one story of all.
 */
export function ownAddress(html: string, url: string, finalUrl: string): string | null {
  const { canonical, amp } = readHead(html.slice(0, maxHead), finalUrl);
  if (!canonical || isFront(canonical) || pageKey(canonical) === pageKey(url)) return null;
  if (pageKey(canonical) === pageKey(canonicalUrl(finalUrl))) return namesAnArticle(canonical) ? canonical : null;
  // Only of its own domain: a hostile page could otherwise claim another publisher's story.
  if (amp && getDomain(canonical) === getDomain(finalUrl)) return canonical;
  return site(canonical) === site(finalUrl) && (isVariant(finalUrl) || sharesName(canonical, finalUrl))
    ? canonical
    : null;
}

function readHead(html: string, base: string): { canonical: string | null; amp: boolean } {
  let canonical: string | null = null;
  let amp = false;
  readTags(html, {
    open(name, attributes) {
      if (name === 'html') amp = 'amp' in attributes || '⚡' in attributes;
      const { rel = '', href = '' } = attributes;
      if (name === 'link' && !canonical && /(^|\s)canonical(\s|$)/i.test(rel) && URL.canParse(href, base)) {
        const address = new URL(href, base).href;
        if (/^https?:/.test(address)) canonical = canonicalUrl(address);
      }
      return name !== 'body';
    },
  });
  return { canonical, amp };
}

/** A log-in or consent page confirms its address as well, and stands at the end of many redirects. */
const namesAnArticle = (address: string): boolean => /\d{4}|(?:[-_][^/?]+){2}/.test(new URL(address).pathname);

const isFront = (address: string): boolean => new URL(address).pathname.length < 2;
const site = (address: string): string => pageKey(new URL('/', address).href);

/** The last part of the path, or a number of at least five digits in it: what publishers tell their pages apart by. */
function sharesName(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((address) => pageKey(address).replace(/^[^/?]*/, ''));
  const last = (path: string): string => path.split('/').at(-1) ?? '';
  if (last(a) !== '' && last(a) === last(b)) return true;
  const numbers = (path: string): string[] => path.match(/\d{5,}/g) ?? [];
  return numbers(a).some((number) => numbers(b).includes(number));
}
