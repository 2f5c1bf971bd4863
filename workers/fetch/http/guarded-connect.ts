import type { LookupAddress, LookupOptions } from 'node:dns';
import dns from 'node:dns';
import net from 'node:net';
import ipaddr from 'ipaddr.js';

/** Says whether an address may not be asked. */
export type IsBlocked = (ip: string, port: number) => boolean;

type Answer = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** DNS in the shape of `dns.lookup`. */
export type Lookup = (hostname: string, options: LookupOptions, answer: Answer) => void;

/** The address is private and nobody allowed it. */
export class RefusedAddress extends Error {
  constructor(host: string, ip: string) {
    const range = net.isIPv6(ip) ? `${ip}/128` : `${ip}/32`;
    super(`${host === ip ? ip : `${host} (${ip})`} is a private address: allow it with --allow-private ${range}`);
    this.name = 'RefusedAddress';
  }
}

/** Refuses a host written as a number, which never passes DNS. */
export function refuseLiteral(hostname: string, port: number, isBlocked: IsBlocked): RefusedAddress | null {
  const ip = unmapped(hostname.replace(/^\[|\]$/g, ''));
  return net.isIP(ip) && isBlocked(ip, port) ? new RefusedAddress(ip, ip) : null;
}

/**
 * A `lookup` for sockets to `port` that drops blocked addresses at the moment of connecting: a name that was
 * public when it was checked and is private when it is dialled (DNS rebinding) gets no connection.
 */
export function guardedLookup(lookup: Lookup | undefined, port: number, isBlocked: IsBlocked): net.LookupFunction {
  const resolve: Lookup = lookup ?? (dns.lookup as unknown as Lookup);
  return (hostname, options, answer) => {
    const reply = answer as unknown as Answer;
    resolve(hostname, { ...options, all: true }, (error, found, family) => {
      if (error) return reply(error, []);
      const addresses = typeof found === 'string' ? [{ address: found, family: family ?? net.isIP(found) }] : found;
      const open = addresses.filter(({ address }) => !isBlocked(unmapped(address), port));
      const first = open[0];
      if (!first) return reply(new RefusedAddress(hostname, addresses[0]?.address ?? 'no address'), []);
      if (options.all) return reply(null, open);
      return reply(null, first.address, first.family);
    });
  };
}

/** `::ffff:10.0.0.1` reaches 10.0.0.1, so it is judged and named as that. */
const unmapped = (ip: string): string => (ipaddr.isValid(ip) ? ipaddr.process(ip).toString() : ip);
