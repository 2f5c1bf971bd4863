const words = (list: string): Set<string> => new Set(list.split(' '));

/** Elements that stand within a line of text; all others begin a block of their own. */
const inlineTags = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img image ins kbd mark meter nobr output picture q rp rt ruby s samp slot small source span strike strong sub sup time track tt u var wbr center-ad bdt',
);

/** Elements that hold nothing. */
const voidTags = words(
  'area base basefont br col command embed frame hr img image input isindex keygen link meta param source track wbr',
);

/** Elements whose text no reader sees as prose. */
const unreadTags = words(
  'script style template noscript svg iframe object canvas math select textarea audio video title datalist noframes noembed applet',
);

/** Which open elements a tag ends, if they are innermost among the block elements (HTML Standard, tree construction). */
const endsInnermost = new Map<string, Set<string>>([
  ['li', words('li p')],
  ['dt', words('dt dd p')],
  ['dd', words('dt dd p')],
  ['tr', words('tr td th p')],
  ['td', words('td th p')],
  ['th', words('td th p')],
  ['tbody', words('tr td th thead tbody tfoot caption colgroup p')],
  ['thead', words('tr td th thead tbody tfoot caption colgroup p')],
  ['tfoot', words('tr td th thead tbody tfoot caption colgroup p')],
  ['body', words('head')],
]);
const endsParagraph = words('p');
const endsHeading = words('p h1 h2 h3 h4 h5 h6');
/** Custom elements may stand inside a paragraph. */
const keepsParagraph = (tag: string): boolean =>
  tag.includes('-') || tag === 'button' || tag === 'label' || tag === 'input';

/** Text that stands in these and is no tag of HTML means that an `svg` was never closed. */
const breaksForeign = words('p div h1 h2 h3 h4 h5 h6 ul ol li section article table body main footer header');

/** What the reader must know of a tag, and how many elements of it are open. */
export type Tag = {
  name: string;
  inline: boolean;
  empty: boolean;
  unread: boolean;
  /** Open elements that its start ends, if they are the innermost block. */
  ends: Set<string> | null;
  /** 1 to 6 for h1 to h6. */
  heading: number;
  style: 'link' | 'bold' | null;
  foreign: boolean;
  breaksForeign: boolean;
  /** Shows a picture, a film or another page. */
  media: boolean;
  open: number;
};

const mediaTags = words('img source iframe video audio object');

export function tagOf(name: string): Tag {
  const heading = /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
  const inline = inlineTags.has(name);
  const ends = endsInnermost.get(name) ?? (heading > 0 ? endsHeading : keepsParagraph(name) ? null : endsParagraph);
  return {
    name,
    inline,
    empty: voidTags.has(name),
    unread: unreadTags.has(name),
    ends: inline ? null : ends,
    heading,
    style: name === 'a' ? 'link' : name === 'b' || name === 'strong' ? 'bold' : null,
    foreign: name === 'svg' || name === 'math',
    breaksForeign: breaksForeign.has(name),
    media: mediaTags.has(name),
    open: 0,
  };
}
