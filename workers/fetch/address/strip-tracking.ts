/**
 * Parameters that say where a reader came from and never what the page is. Prefixes end in `*`.
 * `ref`, `source` and `id` are not here: on some sites they choose the page.
 */
const trackers = [
  'utm_*',
  'itm_*',
  'fb_action_*',
  'fb_ref',
  'fb_source',
  'fb_comment_id',
  'mc_tc',
  'ns_*',
  'twsrc*',
  'twcamp*',
  'twterm*',
  'twgr*',
  '_branch_*',
  '__readwiselocation',
  'elqtrack*',
  'trk_*',
  'wprov',
  'tblci',
  '_kx',
  '_ke',
  'mkwid',
  'pcrid',
  'ef_id',
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

/** What feeds write into these to tell that a reader came from them; any other value may choose the page. */
const sources = new Set(['ref', 'source', 'src', 'from', 'via', 'partner', 'emc', 'cmp', 'feed']);
const fromFeed = /^(?:rss|atom|feed|feedburner)(?:[-_.:%].*)?$/i;

/**
 * The address without the parameters that only say where a reader came from; all others keep their order and spelling.
 * `ref=HOST` goes where HOST is the page's own or one of `siteHosts` (the feed's, its site's). Throws on what is no URL.
 */
export function stripTracking(address: string, siteHosts: readonly string[] = []): string {
  const url = new URL(address.trim());
  if (url.search === '') return url.href;
  const hosts = new Set([url.hostname, ...siteHosts].map((host) => host.replace(/^www\./, '')));
  // Cut as text, since URLSearchParams would re-spell the parameters that stay.
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isTracker(part, hosts));
  url.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  return url.href;
}

function isTracker(part: string, hosts: Set<string>): boolean {
  const [name = '', value = ''] = part.toLowerCase().split('=', 2);
  if (exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix))) return true;
  return (sources.has(name) && fromFeed.test(value)) || (name === 'ref' && hosts.has(value.replace(/^www\./, '')));
}
