import { chineseSurnames, koreanSurnames } from '../lexicon/unspaced-surnames.ts';

/** A name found in a text without spaces or with endings glued to it: UTF-16 offsets. `name`: the fullest form in this text. */
export type UnspacedName = { start: number; end: number; name: string };

const japaneseTitle =
  '(?:容疑者|被告|氏|さん|君|首相|大統領|副大統領|外相|財務相|国防相|防衛相|法相|大臣|長官|社長|会長|副社長|理事長|取締役|頭取|警部補|警部|巡査部長|巡査|監督|選手|投手|議員|知事|市長|町長|村長|区長|教授|准教授|医師|弁護士|技官|記者|代表|幹事長|書記長|委員長|議長|総裁|主席|国王|首長|王子|皇太子|司令官|報道官|研究員|研究部長|課長|部長|院長|校長|俳優|監督|事務総長|次官)';
const japaneseBetween =
  '(?:次期|前|元|現)?(?:米|露|英|仏|独|伊|韓国|中国|ロシア|ウクライナ|イスラエル|トルコ|イラン|インド)?';
const japanese = new RegExp(
  `(?<![\\p{Script=Han}々])([\\p{Script=Han}々]{2,5}?|[\\p{Script=Katakana}ー]{2,8}(?:[・＝=][\\p{Script=Katakana}ー]{2,10}){0,2})(?=${japaneseBetween}${japaneseTitle})`,
  'gu',
);
// Before a title these are offices, bodies and countries, no names.
const japaneseOther =
  /^(?:大学|会社|東京|日本|同社|同庁|同局|政府|内閣|国会|県警|警視|元|前|副|次期|連立|政権|代表|取締|執行|常務|専務|最高|経営|責任|管理|本部|学校|病院|委員|外務|財務|国防|防衛|法務|総務|経産|厚労|文科|環境|農水|国交|幹事|各国|両国|米国|韓国|中国|英国|ロシア|アメリカ|イスラエル|トルコ|イラン|リーダー|メンバー|グループ|チーム|スタッフ|マネジャー)|(?:省|庁|局|課|部|社|党|県|市|区|町|村|国|長|本部|大学|会社|機構|銀行)$/u;

const chineseAfter =
  '(?:国家)?(?:主席|总统|总理|副总理|部长|副部长|外长|司长|副司长|局长|副局长|院长|副院长|主任|副主任|书记|市长|省长|教授|博士|先生|女士|记者|董事长|总裁|院士|研究员|经理|校长|医生|律师|选手|教练|说|表示|认为|指出|介绍|告诉|称|强调|坦言|透露|回忆)';
const chinese = new RegExp(`(?:${chineseSurnames})[\\p{Script=Han}]{1,2}?(?=${chineseAfter})`, 'gu');
const chineseReporter = new RegExp(`(?<=记者)(?:${chineseSurnames})[\\p{Script=Han}]{1,2}(?![\\p{Script=Han}])`, 'gu');
const chineseForeign =
  /(?<=[员长统理授者家席士民，。、（“\s])[\p{Script=Han}]{2,4}[·・][\p{Script=Han}]{1,6}?(?=[\s，。、）]|表示|说|认为|总统|总理|深)/gu;

const koreanTitle =
  '(?:전 |현 |신임 )?(?:대통령|부통령|총리|장관|차관|대표|회장|부회장|사장|의원|위원장|교수|기자|감독|선수|작가|배우|씨|후보|시장|지사|청장|검사|판사|변호사|대변인|최고경영자|이사장|원장|국장|팀장|연구원|특파원)';
const koreanNation = '(?:미국|중국|일본|러시아|우크라이나|프랑스|독일|영국|이스라엘|북한|한국|인도|튀르키예|이란) ';
const korean = new RegExp(
  `(?<![가-힣])((?:${koreanSurnames})[가-힣]{2}|[가-힣]{2,5})(?= (?:${koreanNation}|[A-Z가-힣]{1,6}(?:그룹|전자|은행|대학교?|신문|일보)? )?${koreanTitle})`,
  'gu',
);
const koreanParticle = '(?:은|는|이|가|을|를|의|에|에게|와|과|도|로|으로|에서|보다|처럼|씨|측)?';
const isKorean = new RegExp(`^(?:${koreanSurnames})[가-힣]{2}$`, 'u');
const koreanForeign = new RegExp(
  `(?<![가-힣])((?:[가-힣]{1,5} )??[가-힣]{2,5})(?= ${koreanNation}(?:전 )?(?:대통령|부통령|총리|[가-힣]{0,4}장관|국왕|주석))`,
  'gu',
);
// A name that no title gives away, but that stands with several endings: 손제이는, 손제이가.
const koreanWord = new RegExp(
  `(?<![가-힣])((?:${koreanSurnames})[가-힣][가-힣])(은|는|이|가|을|를|의|에게|와|과|도)(?![가-힣])`,
  'gu',
);
// Common words of three syllables that begin like a surname.
const koreanOther =
  /^(?:이번|이날|이후|이에|이어|이와|이런|이미|지난|정부|정치|전체|전국|전직|주요|주한|주미|국내|국제|국회|기획|금융|문화|민주|방송|배우|서울|서부|성남|신임|신문|안보|여성|연구|연합|오늘|우리|원내|유명|인천|임시|장관|조선|진보|차기|최고|최근|하지|한국|한편|현재|현직|공동|구청|교육|경제|경찰|고위|당시|대한|도지|미국|변호|부총|부산|사무|상임|선임|소속|손해)/u;

const matches = (text: string, pattern: RegExp, accept: (name: string) => boolean): Set<string> => {
  const names = new Set<string>();
  for (const [name] of text.matchAll(pattern)) if (accept(name)) names.add(name);
  return names;
};

const koreanTail = new RegExp(`^${koreanParticle}(?![가-힣])`, 'u');
const titleAfter = new RegExp(`^(?:${japaneseBetween}${japaneseTitle}|${chineseAfter})`, 'u');
// Bounds the searches through the text.
const mostNames = 200;

// Endings of other words; few names end so.
const glued = /[은는을를의에가와과도로들자]$/u;

const koreanRepeated = (text: string): string[] => {
  const endings = new Map<string, Set<string>>();
  for (const [, name = '', ending = ''] of text.matchAll(koreanWord))
    endings.set(name, (endings.get(name) ?? new Set()).add(ending));
  return [...endings]
    .filter(([name, seen]) => seen.size > 1 && !koreanOther.test(name) && !glued.test(name))
    .map(([name]) => name);
};

const namesIn = (text: string, language: string): Set<string> => {
  if (language === 'ja') return matches(text, japanese, (name) => !japaneseOther.test(name));
  if (language === 'zh')
    return new Set([
      ...matches(text, chinese, () => true),
      ...matches(text, chineseForeign, () => true),
      ...matches(text, chineseReporter, () => true),
    ]);
  return new Set([
    ...matches(text, korean, (name) => isKorean.test(name) && !koreanOther.test(name) && !glued.test(name)),
    ...koreanRepeated(text),
    ...matches(text, koreanForeign, (name) => !koreanOther.test(name)),
  ]);
};

const isEdge = (text: string, start: number, end: number, language: string): boolean => {
  if (language === 'ko') return !/[가-힣]/.test(text.charAt(start - 1)) && koreanTail.test(text.slice(end, end + 4));
  const script = /^\p{Script=Katakana}/u.test(text.slice(start, end)) ? /[\p{Script=Katakana}ー]/u : null;
  return !script || !(script.test(text.charAt(start - 1)) || script.test(text.charAt(end)));
};

/** A surname of two characters, or the last word of a foreign name, belongs to the longer name of this text. */
const fullestOf = (name: string, names: readonly string[]): string =>
  names.find(
    (one) =>
      one.length > name.length && (one.startsWith(name) || one.endsWith(` ${name}`) || one.endsWith(`・${name}`)),
  ) ?? name;

const withSurnames = (names: ReadonlySet<string>): string[] => {
  const all = new Set(names);
  for (const name of names) {
    const last = name.split(/[ ・·＝=]/).at(-1) ?? '';
    if (last !== name && last.length > 1) all.add(last);
  }
  // A name of two characters stands inside too many words to be looked for without its title.
  return [...all].sort((one, other) => other.length - one.length);
};

/** People in Japanese, Chinese and Korean text: names that a title or a verb of speech gives away, and every place where they stand again. */
export const findUnspacedPeople = (text: string, language: string): UnspacedName[] => {
  const names = withSurnames(namesIn(text, language));
  const found: UnspacedName[] = [];
  const taken = new Uint8Array(text.length);
  for (const name of names.slice(0, mostNames)) {
    const needsTitle = name.length < 3 && language !== 'ko';
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const end = start + name.length;
      if (taken[start] || taken[end - 1] || !isEdge(text, start, end, language)) continue;
      if (needsTitle && !titleAfter.test(text.slice(end, end + 12))) continue;
      taken.fill(1, start, end);
      found.push({ start, end, name: fullestOf(name, names) });
    }
  }
  return found.sort((one, other) => one.start - other.start);
};
