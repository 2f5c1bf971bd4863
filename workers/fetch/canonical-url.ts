/**
 * Parameters that say where a reader came from and never what the page is. Prefixes end in `*`.
 * `ref`, `source` and `id` are not here: on some sites they choose the page.
 */
const trackers = [
  'utm_*',
  'mtm_*',
  'pk_*',
  'piwik_*',
  'matomo_*',
  'hsa_*',
  'vero_*',
  'oly_*',
  'at_campaign*',
  'at_medium',
  'at_custom*',
  'wt_*',
  'xtor',
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'ysclid',
  'twclid',
  'ttclid',
  'igshid',
  'igsh',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  '_hsenc',
  '_hsmi',
  '__hssc',
  '__hstc',
  '__hsfp',
  'hsctatracking',
  '_openstat',
  'wickedid',
  's_cid',
  'rb_clickid',
  'srsltid',
  'spm',
  'ncid',
  'cmpid',
  'sr_share',
  '_ga',
  '_gl',
  'guccounter',
  'guce_referrer',
  'guce_referrer_sig',
];
const exact = new Set(trackers.filter((name) => !name.endsWith('*')));
const prefixes = trackers.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

/** One page's one address: host in lower case, no fragment, no tracking parameters; other parameters keep their order and spelling. Throws on what is no URL. */
export function canonicalUrl(address: string): string {
  const url = new URL(address.trim());
  url.hash = '';
  url.search = withoutTrackers(url.search);
  url.hostname = url.hostname.replace(/\.$/, '');
  return url.href;
}

/** Cut as text, since URLSearchParams would re-spell the parameters that stay. */
function withoutTrackers(search: string): string {
  const kept = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !isTracker(part));
  return kept.length ? `?${kept.join('&')}` : '';
}

function isTracker(part: string): boolean {
  const name = (part.split('=', 1)[0] ?? '').toLowerCase();
  return exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
}
