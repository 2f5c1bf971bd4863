import { type Block, type ReadPage, wordCount } from '../read/block.ts';

/** A story shorter than this behind a paywall is its teaser; publishers that declare one often print the whole text. */
const teaserChars = 1000;
/** A paywall's own words stand within so many blocks after the story. */
const wallBlocks = 12;
const wallWords =
  /\b(?:subscribe (?:now |today )?to (?:read|continue|keep reading|unlock)|subscribers? only|for subscribers|already a subscriber|to (?:read|continue reading) (?:this|the (?:full|rest))|unlock this article|premium content|this (?:article|story|content) is (?:only )?(?:for|available to) (?:subscribers|members))\b|только (?:для|по) подписчик|оформите подписку|читать (?:полностью|далее) по подписке|yalnız abunəçilər|abunə olun|yalnızca aboneler|abonelere özel|devamını okumak için abone|nur für abonnent|weiterlesen mit|jetzt (?:abonnieren|weiterlesen)|réservé aux abonnés|il vous reste \d+ ?% de cet article|suscríbete para|solo para suscriptores|contenuto riservato agli abbonati|dostęp tylko dla|exclusivo para assinantes/iu;

/** Why the story on this page is not all of it, for an editor to read: a paywall or further pages. Null where it seems whole. */
export function incompleteOf(page: ReadPage, story: number[], url: string): string | null {
  const next = nextPageOf(page, url);
  if (next) return `only the first page; it goes on at ${next}`;
  const text = story.map((index) => page.blocks[index]?.text ?? '').join('\n');
  if (text === '') return null;
  const { isFree, wordCount: told } = page.meta;
  const lacks = told !== null && wordCount(text) < told / 2;
  const short = text.length < teaserChars;
  const after = page.blocks.slice((story.at(-1) ?? 0) + 1).slice(0, wallBlocks);
  const walled = after.some(({ text: line }: Block) => line.length < 400 && wallWords.test(line));
  if ((isFree === false && (short || lacks)) || (walled && (short || lacks)))
    return 'only the beginning; the rest stands behind the paywall of the publisher';
  return null;
}

/**
 * The address of the same story's next page: what the page names so (`rel=next`) and differs from its own address by a page
 * number only. Weblogs name the next story so too.
 */
function nextPageOf({ meta }: ReadPage, url: string): string | null {
  if (!meta.next || !URL.canParse(meta.next, url) || !URL.canParse(url)) return null;
  const next = new URL(meta.next, url);
  const [own, other] = [pageOf(new URL(url)), pageOf(next)];
  return own.rest === other.rest && other.number === own.number + 1 ? next.href : null;
}

const numbered = /(?:[/_,-](?:page[/_-]?|p)?(\d{1,2}))(?=\/?$|\.\w{3,5}$)/;

/** An address without its page number, and the number; a first page has none. */
function pageOf(url: URL): { rest: string; number: number } {
  const parameters = new URLSearchParams(url.search);
  const named = ['page', 'p', 'pg', 'seite', 'pagina', 'sayfa'].find((name) =>
    /^\d{1,2}$/.test(parameters.get(name) ?? ''),
  );
  let number = named ? Number(parameters.get(named)) : 0;
  if (named) parameters.delete(named);
  const inPath = number === 0 ? numbered.exec(url.pathname) : null;
  if (inPath) number = Number(inPath[1]);
  const path = inPath ? url.pathname.replace(numbered, '') : url.pathname;
  return { rest: `${url.host}${path.replace(/\/$/, '')}?${parameters}`, number: number || 1 };
}
