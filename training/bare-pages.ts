import type { Block, Container, ReadPage } from '../workers/parse/read/block.ts';
import type { Article } from './articles.ts';
import { random } from './random.ts';

/** Lines of furniture kept at each end of a bare page, at most. */
const mostFurniture = 6;

/**
 * The same page as a wire or a reprint would show it: the story's blocks in plain paragraphs with a few lines of furniture before
 * and after, no names on any element. Saved pages are rich in names; the model must also read those that have none.
 */
export function barePage(
  article: Article,
  labels: Float32Array,
  seed: number,
): { page: ReadPage; labels: Float32Array } | null {
  const { blocks, meta } = article.page;
  const story = blocks.flatMap((_, at) => ((labels[at] as number) > 0.5 ? [at] : []));
  const first = story[0];
  const last = story.at(-1);
  if (first === undefined || last === undefined || story.length < 2) return null;
  const next = random(seed);
  const draw = (from: number, to: number) => {
    const short = blocks.flatMap(({ text }, at) => (at >= from && at < to && text.length < 200 ? [at] : []));
    const count = Math.floor(next() * (mostFurniture + 1));
    const start = Math.floor(next() * Math.max(1, short.length - count));
    return short.slice(start, start + count);
  };
  const taken = [...draw(0, first), ...story, ...draw(last + 1, blocks.length)];
  const containers: Container[] = [bare('#root', -1, 0), bare('body', 0, 1)];
  const paths = new Map<string, number>();
  const pathOf = (tag: string): number => {
    const path = paths.get(tag) ?? paths.size + 2;
    paths.set(tag, path);
    return path;
  };
  const tags = next() < 0.8 ? 'p' : 'div';
  const kept = taken.map((at): Block => {
    const block = blocks[at] as Block;
    const tag = block.heading > 0 ? `h${block.heading}` : block.listItem ? 'li' : tags;
    containers.push({ ...bare(tag, 1, pathOf(tag)), heading: block.heading, listItem: block.listItem });
    return { ...block, tag, container: containers.length - 1, media: 0, part: 0 };
  });
  return {
    page: { plain: false, blocks: kept, containers, meta: { ...meta, articleBody: null, description: null } },
    labels: Float32Array.from(taken, (at) => labels[at] as number),
  };
}

const bare = (tag: string, parent: number, path: number): Container => ({
  parent,
  tag,
  name: '',
  depth: parent < 0 ? 0 : parent + 1,
  furniture: null,
  kinds: 0,
  path,
  heading: 0,
  listItem: false,
  mark: null,
});
