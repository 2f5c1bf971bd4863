const words = (list: string): Set<string> => new Set(list.split(' '));

/** Elements that stand within a line of text; all others begin a block of their own. */
export const inlineTags = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img image ins kbd mark meter nobr output picture q rp rt ruby s samp slot small source span strike strong sub sup time track tt u var wbr center-ad bdt',
);

/** Elements that hold nothing. */
export const voidTags = words(
  'area base basefont br col command embed frame hr img image input isindex keygen link meta param source track wbr',
);

/** Elements whose text no reader sees as prose. */
export const unreadTags = words(
  'script style template noscript svg iframe object canvas math select textarea audio video title datalist noframes noembed applet',
);

/** Which open elements a tag ends, if they are innermost among the block elements (HTML Standard, tree construction). */
export const endsInnermost = new Map<string, Set<string>>([
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
export const endsParagraph = words('p');
export const endsHeading = words('p h1 h2 h3 h4 h5 h6');
/** Custom elements may stand inside a paragraph. */
export const keepsParagraph = (tag: string): boolean =>
  tag.includes('-') || tag === 'button' || tag === 'label' || tag === 'input';

/** Text that stands in these and is no tag of HTML means that an `svg` was never closed. */
export const breaksForeign = words('p div h1 h2 h3 h4 h5 h6 ul ol li section article table body main footer header');
