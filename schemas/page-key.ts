/** Host labels under which a site serves the same pages once more, for phones or as AMP. */
const variantLabels = new Set(['www', 'm', 'mobile', 'amp']);
const ampSegment = /^amp(html)?$/i;
const indexFile = /\/(?:index|default)\.(?:html?|php|aspx?)$/i;

/** Parameters that choose how a page is shown, not which; the value tells for names that have other uses too. */
const variantParameter =
  /^(?:_?amp(?:=.*)?|(?:output(?:type)?|view|layout)=amp|(?:m|mobile)=(?:1|true)|device=mobile)$/i;

/**
 * The key of the page behind an address, the same for all of its variants: http or https, with or without `www.`, for
 * phones or as AMP (by host, path or parameter), with or without the last slash, parameters in any order. It is compared
 * and hashed, never fetched. What is no URL is its own key.
 */
export function pageKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const bare = /^\/amp(html)?\/?$/i.test(url.pathname); // the page about amplifiers, say
  const path = url.pathname
    .split('/')
    .filter((segment) => bare || !ampSegment.test(segment))
    .join('/')
    .replace(/\.amp(?=$|\.html?$)/i, '')
    .replace(indexFile, '')
    .replace(/\/+$/, '')
    .replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase());
  const query = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !variantParameter.test(part))
    .sort();
  const port = url.port && !['80', '443'].includes(url.port) ? `:${url.port}` : '';
  return `${plainHost(url.hostname)}${port}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** Whether an address is a variant for phones or AMP, worse to fetch than the page itself. */
export function isVariant(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, pathname, search } = new URL(address);
  return (
    /^(m|mobile|amp)\./.test(hostname) ||
    pathname.split('/').some((segment) => ampSegment.test(segment)) ||
    /\.amp(\.html?)?$/i.test(pathname) ||
    search
      .slice(1)
      .split('&')
      .some((part) => variantParameter.test(part))
  );
}

/** Without the labels of variants, wherever they stand (`en.m.wiki.example`), as long as two labels are left. */
function plainHost(host: string): string {
  if (/^[\d.]+$|:/.test(host)) return host;
  const labels = host.split('.');
  const own = labels.slice(-2);
  return [...labels.slice(0, -2).filter((label) => !variantLabels.has(label)), ...own].join('.');
}
