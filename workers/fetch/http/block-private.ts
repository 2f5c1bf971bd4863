import ipaddr from 'ipaddr.js';
import type { IsBlocked } from './guarded-connect.ts';

/** `::127.0.0.1`, deprecated by RFC 4291: where a system still knows it, it reaches the IPv4 address. */
const ipv4Compatible = ipaddr.parseCIDR('::/96');

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * Makes the guard against private networks: it blocks every address that is not public unicast (private, loopback,
 * link-local, CGNAT, multicast, reserved …) unless `allow` (CIDRs or single addresses) holds it, or
 * `allowEndpoints` ("127.0.0.1:8421") names it together with the port. Throws on a CIDR it can't read, naming it.
 */
export function blockPrivate(allow: string[], allowEndpoints: string[] = []): IsBlocked {
  const ranges = allow.map(readRange);
  const endpoints = new Set(allowEndpoints);
  return (ip, port) => {
    if (!ipaddr.isValid(ip)) return true;
    const address = ipaddr.process(ip); // IPv4-mapped IPv6 is judged as the IPv4 address it reaches
    if (address.range() === 'unicast' && !(address.kind() === 'ipv6' && address.match(ipv4Compatible))) return false;
    if (endpoints.has(`${address.toString()}:${port}`) || endpoints.has(`[${address.toString()}]:${port}`))
      return false;
    return !ranges.some((range) => address.kind() === range[0].kind() && address.match(range));
  };
}

function readRange(text: string): Range {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.parse(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    throw new Error(`--allow-private ${text}: not an address or CIDR range such as 127.0.0.1 or 10.0.0.0/8`);
  }
}
