import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ReadPage } from '../workers/parse/read/block.ts';
import { decodePage } from '../workers/parse/read/decode-page.ts';
import { readHtml } from '../workers/parse/read/read-html.ts';

/** A saved page of the development set with what a reader found on it. */
export type Article = {
  id: string;
  url: string;
  /** Registrable domain: pages of one publisher are never in the training and the test part at once. */
  domain: string;
  stratum: 'news' | 'web';
  title: string | null;
  text: string;
  published: string | null;
  page: ReadPage;
};

export const articlesDir = '../shared/data/articles';

type RawArticle = Omit<Article, 'page'> & { bytes: Uint8Array };

/** Reads the development articles (`dir`/gold.jsonl), each with the bytes of its page. */
export function readArticleBytes(dir: string): RawArticle[] {
  return readFileSync(join(dir, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { html_path: path, ...gold } = JSON.parse(line) as Omit<RawArticle, 'bytes'> & { html_path: string };
      return { ...gold, bytes: new Uint8Array(gunzipSync(readFileSync(join(dir, path)))) };
    });
}

/** Reads the development articles, each already as blocks. */
export function readArticles(dir: string): Article[] {
  return readArticleBytes(dir).map(({ bytes, ...gold }) => ({ ...gold, page: readHtml(decodePage(bytes, null)) }));
}
