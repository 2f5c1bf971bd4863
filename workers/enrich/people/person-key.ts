import { romanise } from '../text/fold.ts';

// Azerbaijani letters as English newspapers write them, so that Ceyhun and Jeyhun are one man.
const azerbaijani: Record<string, string> = { c: 'j', ç: 'ch', ş: 'sh', x: 'h', q: 'g', ğ: 'gh' };

/** The key under which one person is found in all scripts ("Əliyev", "Алиев" and "Aliyev" share `aliyev`). */
export const personKey = (name: string, language?: string | null): string => {
  const isAzerbaijani = language?.startsWith('az') || /[əƏ]/.test(name);
  const spelt = isAzerbaijani
    ? name
        .replace(/İ/g, 'i')
        .toLowerCase()
        .replace(/[cçşxqğ]/g, (letter) => azerbaijani[letter] ?? letter)
    : name;
  return (
    spelt
      .split(/[^\p{L}\p{M}\p{N}'’ʼ]+/u)
      .map(romanise)
      .filter(Boolean)
      .join('-')
      // Х is written h or kh: Джейхун is Jeyhun, Михаил is Mikhail.
      .replaceAll('kh', 'h')
  );
};
