import type { ParsedItem } from '../../../schemas/item.ts';
import type { ReadPage } from '../read/block.ts';

/** A wall or an error page says little else; longer texts may report about cookies, logins and outages. */
const wallChars = 1500;
/** On a page with less text than this a single phrase of a wall is the page. */
const stubChars = 400;
/** A wall's phrase is most of what the page is called; a report's headline has words of its own. */
const titleShare = 0.5;

type Wall = { why: string; title: RegExp; text: RegExp };

/** Phrases by kind of wall, in the desk's languages; `title` must be what the page is called, `text` what it says. */
const walls: Wall[] = [
  {
    why: 'looks like an error page; fetch it again later, and take the address off its feed if it stays so',
    title:
      /\b(?:(?:error )?(?:40[0134]|410|429|50[0-4])(?:[\s:–-]+(?:page )?(?:not found|forbidden|error|unauthori[sz]ed|gone))?|(?:page|article|file|content) (?:not found|no longer (?:exists|available)|cannot be found|doesn.t exist)|not found|access denied|forbidden|(?:internal )?server error|bad gateway|service (?:temporarily )?unavailable|too many requests)\b|страница не найдена|сторінк\S+ не знайден|ошибка 404|səhifə tapılmadı|sayfa bulunamadı|seite (?:wurde )?nicht gefunden|page (?:non trouvée|introuvable)|página no encontrada|pagina non trovata|página não encontrada|nie znaleziono strony/iu,
    text: /\b(?:the (?:page|article|file) (?:you (?:are looking|requested|were looking)|could not be found)|this page (?:does not|doesn.t|no longer) exist|the requested url was not found)|запрашиваем\S+ страниц|aradığınız sayfa|axtardığınız səhifə|die gewünschte seite|la page (?:que vous|demandée)/iu,
  },
  {
    why: 'looks like a check for robots; it may need a browser, or an agreement with the publisher',
    title:
      /\b(?:just a moment|attention required|are you (?:a )?(?:human|robot)|verify(?:ing)? you are human|security check|pardon our interruption|ddos protection)\b|проверка браузера/iu,
    text: /\b(?:checking (?:your browser|if the site connection)|enable javascript and cookies to continue|verify (?:that )?you are (?:a )?human|unusual traffic from your|complete the captcha|please enable (?:js|javascript))\b|подтвердите, что вы не робот|robot olmadığınızı/iu,
  },
  {
    why: 'looks like a login wall; give the feed credentials, or take the address off it',
    title:
      /^(?:sign in|log ?in|login|register|вход|войти|giriş|giriş yap|daxil ol|anmelden|connexion|iniciar sesión|accedi|zaloguj się)\b/iu,
    text: /\b(?:(?:sign|log) in to (?:continue|read|your account|view)|you must be logged in|please log ?in|create a free account to)\b|войдите, чтобы|для чтения (?:необходимо )?(?:войти|авторизоваться)|devam etmek için giriş|davam etmək üçün daxil|melden sie sich an, um|connectez-vous pour/iu,
  },
  {
    why: 'looks like a consent wall; fetch it with the consent cookie set',
    title:
      /\b(?:before you continue|your privacy|privacy (?:settings|choices)|cookie (?:consent|settings|notice))\b|datenschutzeinstellungen|avant de continuer/iu,
    text: /\b(?:we (?:and our (?:\d+ )?partners )?(?:use|store) cookies|(?:accept|reject|manage) (?:all )?cookies|store and\/or access information on a device|consent to (?:the use|our use|cookies))\b|мы используем (?:файлы )?cookie|çerez(?:leri)? kullan|kukilərdən istifadə|wir (?:verwenden|nutzen) cookies|alle akzeptieren|nous utilisons des cookies|utilizamos cookies/iu,
  },
];

/** Why the page looks mis-extracted: error page, robot check, login or consent wall, empty shell; null where it looks sound. */
export function suspicionOf(page: ReadPage, items: ParsedItem[], headline: string | null): string | null {
  const chars = items.reduce((sum, item) => sum + item.body.length, 0);
  if (chars >= wallChars) return null;
  const text = page.blocks
    .slice(0, 60)
    .map((block) => block.text)
    .join('\n');
  const title = (headline ?? '').split(/\s+[|–—·»-]\s+/)[0] ?? '';
  const wall = walls.find((kind) => {
    const named = (kind.title.exec(title)?.[0].length ?? 0) > title.length * titleShare;
    const said = kind.text.test(items.length > 0 ? bodiesOf(items) : text);
    // A short report may be called "Access denied" or quote one phrase: a wall is called so and says little, or says so and nothing else.
    return (named && (said || chars < stubChars)) || (said && chars < stubChars);
  });
  if (wall) return wall.why;
  return items.length === 0 ? 'empty shell: no story and no brief in the page as fetched; it may need a browser' : null;
}

const bodiesOf = (items: ParsedItem[]): string => items.map((item) => item.body).join('\n');
