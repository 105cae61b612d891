import type { Request } from 'express';
import ipaddr from 'ipaddr.js';

/**
 * Returns the key by which limits count an address: an IPv4 address, or the /64 network of an IPv6 address. One IPv6
 * subscriber has 2^64 addresses.
 */
export function addressBlock(address: string | null | undefined): string {
  if (!address || !ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : (parsed as ipaddr.IPv6).parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':');
}

/** Returns the address block of the client as trusted proxies report it. */
export const addressOf = (request: Request): string => addressBlock(request.ip);
