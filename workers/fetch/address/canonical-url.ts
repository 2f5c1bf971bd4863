import { stripTracking } from './strip-tracking.ts';

/**
 * The address that a page is stored under and fetched from: host in lower case, no fragment, no tracking parameters, an
 * AMP cache's copy led back to the publisher's. Other parameters keep their order and spelling. Throws on what is no URL.
 */
export function canonicalUrl(address: string, siteHosts: readonly string[] = []): string {
  // Feeds that escape twice print `&amp;` between parameters; no page means it.
  const written = address.trim().replaceAll('&amp;', '&');
  const url = new URL(stripTracking(fromAmpCache(written), siteHosts));
  // `#!/page` was how pages drawn by scripts named themselves; any other fragment is a place on the page.
  if (!url.hash.startsWith('#!')) url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  return url.href;
}

/** `www-wire-example.cdn.ampproject.org/c/s/www.wire.example/x` and `google.com/amp/s/www.wire.example/x`; `s/` means https. */
function fromAmpCache(address: string): string {
  const [, secure, rest] =
    /^https?:\/\/(?:[\w-]+\.cdn\.ampproject\.org\/[a-z]|(?:www\.)?google\.[a-z.]+\/amp)\/(s\/)?([\w-]+\.[^?#]+.*)$/i.exec(
      address,
    ) ?? [];
  return rest ? `${secure ? 'https' : 'http'}://${rest}` : address;
}
