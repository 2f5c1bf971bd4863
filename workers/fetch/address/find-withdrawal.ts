import { readTags } from '../feed/read-tags.ts';
import { storableText } from '../feed/storable-text.ts';

/** Words that open a notice of withdrawal and no report. A report about one names who withdrew what first, or quotes it. */
const notices = [
  /^(?:editor[’']?s note:\s*)?(?:this|the) (?:story|article|report|item|dispatch|page|post|content|advisory)(?: below| above)? (?:has been|was|is being) (?:withdrawn|retracted|removed|killed|deleted|taken down|unpublished)\b/i,
  /^(?:mandatory kill|story (?:killed|removed|withdrawn)|kill|withdrawn|retracted|retraction)\s*(?:[:—–]|--|$)/i,
  /^(?:эт(?:от|а|о)\s+)?(?:материал|статья|новость|сообщение|публикация)\s+(?:был[аои]?\s+)?(?:снят[аоы]?|удал[её]н[аоы]?|отозван[аоы]?|аннулирован[аоы]?)(?![а-яё])/i,
  /^(?:bu\s+)?(?:haber|içerik|yazı)\s+(?:yayından\s+)?(?:kaldırıl(?:mıştır|dı)|silin(?:miştir|di)|geri çekil(?:miştir|di))/i,
  /^(?:bu\s+)?(?:xəbər|material|məqalə)\s+(?:saytdan\s+)?(?:silin(?:ib|mişdir)|götürül(?:üb|müşdür)|geri çağırıl(?:ıb|mışdır)|ləğv (?:edilib|olunub))/i,
  /^diese[rs]? (?:artikel|beitrag|meldung|text) (?:wurde|ist) (?:zurückgezogen|entfernt|gelöscht|zurückgenommen)\b/i,
  /^(?:cet article|ce contenu|cette dépêche) a été (?:retirée?|supprimée?|annulée?)(?![a-zà-ÿ])/i,
  /^est[ea] (?:artículo|noticia|contenido) (?:ha sido|fue) (?:retirad|eliminad|anulad)[oa]\b/i,
];
/** A notice is a sentence or three; a longer block that begins so is a report with a note above it. */
const longestNotice = 400;

const ends = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'title',
  'div',
  'li',
  'td',
  'br',
  'article',
  'section',
  'header',
  'main',
]);
const unread = new Set(['script', 'style', 'template', 'noscript']);

/** The words with which a page says that it was withdrawn (a kill), in one of the desk's languages; null when it does not. */
export function findWithdrawal(html: string): string | null {
  let block = '';
  let hidden = 0;
  let found: string | null = null;
  const close = () => {
    const text = block.replace(/\s+/g, ' ').trim();
    if (text.length <= longestNotice && notices.some((notice) => notice.test(text))) found ??= storableText(text);
    block = '';
  };
  readTags(html, {
    open: (name) => {
      if (unread.has(name)) hidden++;
      if (ends.has(name)) close();
      return true;
    },
    close: (name) => {
      if (unread.has(name)) hidden--;
      if (ends.has(name)) close();
    },
    text: (text) => {
      if (hidden === 0) block += text;
    },
  });
  close();
  return found;
}
