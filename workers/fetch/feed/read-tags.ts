import { Parser } from 'htmlparser2';

/** Deeper than any page that is meant to be read; the parser's stack takes the square of the depth. */
const maxDepth = 1000;

interface TagListener {
  /** Answers false where nothing more needs to be read. */
  open?(name: string, attributes: Record<string, string>): boolean | undefined;
  text?(text: string): void;
  close?(name: string): void;
}

/** Tells the tags and texts of HTML, names in lower case, what is left open closed where its parent ends; a page nested beyond all use is read up to there. */
export function readTags(html: string, listener: TagListener): void {
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      if (listener.open?.(name, attributes) === false || depth > maxDepth) parser.pause();
    },
    ontext: (text) => listener.text?.(text),
    onclosetag(name) {
      depth--;
      listener.close?.(name);
    },
  });
  parser.end(html);
}
