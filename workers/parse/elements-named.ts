import type { AnyNode, Element } from 'domhandler';

/** More elements of one name than this are an attack, not a description of the page. */
const maxOfOneName = 300;

/**
 * The elements of these names in reading order, found in one pass: css-select takes quadratic time on 50,000 siblings
 * or on 100,000 nested elements, which a hostile page may have.
 */
export function elementsNamed(root: AnyNode | undefined, names: string[]): Map<string, Element[]> {
  const found = new Map<string, Element[]>(names.map((name) => [name, []]));
  const open: (AnyNode | null)[] = [root ?? null];
  while (open.length > 0) {
    const node = open.pop();
    if (!node) continue;
    if (node.next) open.push(node.next);
    if ('attribs' in node) {
      const list = found.get(node.name);
      if (list && list.length < maxOfOneName) list.push(node);
    }
    if ('children' in node && node.children[0]) open.push(node.children[0]);
  }
  return found;
}
