const sectionWords =
  /^(?:politics?|economy|economics?|business|social|society|sports?|culture|world|local|national|international|regional?|crime|health|science|technology|education|finance|markets?|environment|energy|security|defen[cs]e|(?:news )?(?:in )?briefs?|news in brief|in short|in other news|also today|other news|this week|elsewhere|around the (?:world|region|country)|police (?:blotter|log|reports?)|short news|wire briefs?|политика|экономика|общество|спорт|культура|в мире|коротко|происшествия|кратко|за неделю|другие новости|новости|siyasət|iqtisadiyyat|cəmiyyət|idman|dünya|mədəniyyət|qısa xəbərlər|bu həftə|hadisə|politika|siyaset|ekonomi|spor|dünya|gündem|kısa|bu hafta|diese woche|politik|wirtschaft|kultur|kurz notiert|kurzmeldungen|politique|économie|société|en bref|cette semaine|política|economía|sociedad|breves)(?: (?:news|briefs?|digest))?:?$/iu;
const digestWords =
  /\b(?:briefs?|briefly|briefing|digest|round-?ups?|news in|in brief|at a glance|week in|this week|last week|week of|weekly|the week|bulletin|newsletter|wrap(?:-up)?|blotter|highlights|top stories|morning|evening|headlines|news flash|newsflash|happenings|calendar|events|recap|notebook|need to know|what happened|in case you missed|daily|today in|latest news|in review)\b|дайджест|коротко|главн\p{L}* новост|итоги|обзор|новости за|за неделю|за день|сводка|анонс|афиша|хроник|qısa|xülasə|günün|həftə|özet|gündem|haftanın|kurz|überblick|wochen|nachrichten|en bref|breves|semana|semaine|noticias del|actualités|汇总|一周|要闻|快讯|早报|дня\b|тиждень|головн\p{L}* новин|أخبار|اخبار|समाचार/iu;
const liveWords =
  /\b(?:live|liveblog|live-?ticker|ticker|as it happened|live updates?|en direct|direct|en vivo|minuto a minuto|in diretta|diretta|ao vivo|canl[ıi]|son dakika|minute by minute|rolling|updates)\b|онлайн|хроника|трансляция|прямой эфир|canlı|लाइव|تحديث|مباشر|直播/iu;

/** Whether a line is the name of a section, in any language we know. */
export const isSectionLabel = (text: string): boolean => sectionWords.test(text.trim());

/** Whether a headline, or the words of an address, say that several events follow. */
export const namesDigest = (title: string | null): boolean => title !== null && digestWords.test(title);

/** Whether a headline, or the words of an address, say that the page is written as things happen. */
export const namesLivePage = (title: string | null): boolean => title !== null && liveWords.test(title);

/** The words of an address's path, without those that name a section on every site. */
export const pathWords = (address: string | null): string =>
  (address ?? '')
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .replace(/[-_/.]+/g, ' ')
    .replace(/nachrichten|headlines|daily|noticias|events?\b/gi, ' ');
