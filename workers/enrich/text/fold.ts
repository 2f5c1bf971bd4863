const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  ђ: 'dj',
  ѓ: 'g',
  е: 'e',
  ё: 'yo',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  ѕ: 'dz',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  ј: 'y',
  к: 'k',
  ќ: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ў: 'w',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  џ: 'dzh',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  қ: 'k',
  ң: 'n',
  ғ: 'g',
  ү: 'u',
  ұ: 'u',
  ө: 'o',
  һ: 'h',
  ә: 'a',
};
const latin: Record<string, string> = {
  ə: 'a',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŋ: 'n',
  '’': '',
  "'": '',
  ʼ: '',
  ʻ: '',
};
const marks = /\p{M}/gu;
const ascii = /^[a-z0-9]*$/;

/** Lowercase without diacritics, still in its own script: the key of gazetteer phrases. */
export const foldWord = (word: string): string => {
  const lower = word.toLowerCase();
  if (ascii.test(lower)) return lower;
  let out = '';
  for (const char of lower) {
    // й and ё decompose too, and must stay apart from и and е.
    if (char === 'й') out += char;
    else if (char === 'ё') out += 'е';
    else if (char === 'ə') out += 'ə';
    else out += latin[char] ?? char.normalize('NFKD').replace(marks, '');
  }
  return out;
};

/** Lowercase ASCII for Latin and Cyrillic letters, other scripts as they are: the key of name lexicons and person keys. */
export const romanise = (word: string): string => {
  const lower = word.toLowerCase();
  if (ascii.test(lower)) return lower;
  let out = '';
  let previous = '';
  for (const char of lower.normalize('NFC').replace(/дж/g, 'ј')) {
    // Алиев is written Aliyev: е after a vowel is "ye".
    if (char === 'е' && /[аеиоуыэюяё]/.test(previous)) out += 'ye';
    else if (char === 'ј') out += 'j';
    else out += cyrillic[char] ?? latin[char] ?? char.normalize('NFKD').replace(marks, '');
    previous = char;
  }
  return out;
};
