import { hashOf } from '../read/word-hash.ts';

/** Kinds of words by which a short line shows that it is no report. One bit each, in this order. */
const cueWords: string[] = [
  // asks to subscribe or sign up
  'subscribe subscription subscribers newsletter newsletters signup register login donate membership unlock abonnieren abonnement abo abonnez abonner suscribete suscríbete suscribirse suscripción iscriviti abbonati assine assinante подписывайтесь подпишитесь подписаться подписка рассылка üye üyelik abone abunə prenumerera abonner abonnement zapisz inbox email',
  // points to other pages
  'read more also related see further next previous continue full mehr weiterlesen lesen auch lire aussi suite plus lea también más leggi anche continua leia mais também читайте также далее подробнее смотрите devamı ayrıca oku ətraflı həmçinin oxu läs också mer les også mere lees meer ook czytaj także więcej',
  // share and follow
  'share follow tweet facebook twitter whatsapp instagram telegram linkedin pinterest youtube tiktok linkedin reddit teilen folgen folgt partager suivez compartir síguenos sigue condividi seguici compartilhe siga поделиться telegram-канал каналы paylaş takip izləyin dela dela delen udostępnij copy link',
  // rights and sources
  'copyright rights reserved © ap afp reuters getty getty images alamy shutterstock imago dpa epa picture-alliance rechte vorbehalten droits réservés derechos reservados diritti riservati direitos reservados права защищены hakları saklıdır hüquqları prawa zastrzeżone',
  // captions and credits
  'photo photos photograph image picture caption credit courtesy foto fotos bild bildquelle quelle photographie crédit crédito imagen fotografía immagine imagem фото изображение görsel şəkil zdjęcie fot video watch видео vidéo vídeo',
  // advertisements and offers
  'advertisement advertising sponsored sponsor promoted promotion ad ads anzeige werbung publicité publicidad publicidade pubblicità реклама reklam ilan annonse reclame sale deal discount off shop buy price amazon commission affiliate',
  // comments
  'comment comments reply replies respond kommentar kommentare commentaire commentaires comentario comentarios commenti commento comentários комментарии комментарий комментировать yorum yorumlar şərh şərhlər reacties kommentarer komentarze',
  // the writer
  'author reporter correspondent editor journalist writer writes columnist contributor contributed staff by von par por di door av autor autorin redakteur redakteurin reporterin journaliste rédacteur periodista redactor redattore giornalista автор редактор корреспондент журналист muhabir yazar müəllif edited reporting editing redaktion',
  // months, days, clock
  'january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday januar februar märz april mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre января февраля марта апреля мая июня июля августа сентября октября ноября декабря ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık yanvar fevral aprel iyun iyul avqust sentyabr oktyabr noyabr dekabr am pm uhr ago hours minutes min published updated aktualisiert veröffentlicht publié actualizado publicado pubblicato обновлено опубликовано edt est gmt utc',
  // cookies and law
  'cookie cookies privacy consent gdpr terms conditions policy datenschutz impressum agb confidentialité privacidad конфиденциальности gizlilik javascript browser',
  // tags and topics
  'tags tag topics topic filed keywords categories category schlagworte themen thema stichworte sujets étiquettes etiquetas temas argomenti теги темы etiketler teqlər section news home menu search',
  // popular lists
  'trending popular latest recommended recommendations most viewed editors picks stories headlines top empfohlen meistgelesen beliebt populaires lus vidos leídas populares letti mais lidas популярное главное новости çok okunan populyar senaste mest',
  // help and contact
  'contact email mail phone tel call click here tap download app join whatsapp kontakt klicken hier cliquez ici haga clic clicca qui clique aqui нажмите скачать tıklayın klikləyin help support about jobs',
];

const cueOf = new Map<number, number>();

for (const [bit, list] of cueWords.entries())
  for (const word of list.split(' ')) {
    const hash = hashOf(word);
    cueOf.set(hash, (cueOf.get(hash) ?? 0) | (1 << bit));
  }

export const cueCount = cueWords.length;
/** Bits of the kinds of cue this word (its hash) is; 0 for most words. */
export const cuesOf = (hash: number): number => cueOf.get(hash) ?? 0;
