const promo = new RegExp(
  [
    '^(printed? from|print this|close this window|read (more|also|next|the full)|also read|see also|more (on|from|about)|related|most read|recommended|follow us|share (this|on)|sign up|subscribe|click here|watch( also|:)|listen to|advertisement|article continues|story continues|continue reading|leave a (review|comment|reply)|post a comment|log ?in|loading|photo(graph)?s?( by)?:|image( credit| source)?:|file photo|copyright|©|all rights reserved|tags?:|topics?:|filed under|share$|print$|back to top|view comments|get (the|our) |download (the|our)|join (us|our)|support our|reporting by|our standards|this (article|story) (was|is) (originally|first)|news line|comments?( \\(?\\d+\\)?)?$)',
    '^(читайте также|читать (далее|также)|подпис(ывайтесь|аться)|поделиться|реклама|теги|фото:|комментари|смотрите также|оставить (отзыв|комментарий))',
    '^(oxşar|həmçinin oxu|paylaş|reklam|şərh|ətraflı|rəy (yaz|bildir)|etiketlər|ayrıca oku|haberin devamı|paylaş|yorum)',
    '^(lesen sie auch|mehr zum thema|anzeige|teilen|foto:|bild:|newsletter|lire aussi|à lire|publicité|partager|s.abonner|lea también|lee también|publicidad|compartir|suscr)',
  ].join('|'),
  'iu',
);

/** Why a line is furniture by its own words; null for a line that may be prose. */
export function furnitureLine(text: string): string | null {
  if (text.length > 220) return null;
  if (/^(leave a (review|comment|reply)|post a comment|comments?\b.{0,8}$|оставить|rəy (yaz|bildir)|şərh)/iu.test(text))
    return 'invitation to comment';
  if (/^(advertisement|anzeige|publicidad|publicité|реклама|reklam)\b/iu.test(text)) return 'advertisement';
  if (promo.test(text)) return 'promotional or related line';
  return null;
}
