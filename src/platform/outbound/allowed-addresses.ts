import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = [Address, number];

// Azure's machine agent: a public address that returns secrets to the machine itself.
const WIRE_SERVER = '168.63.129.16';
// All routed Internet addresses are in 2000::/3. Other addresses can lead to private networks (::/96, NAT64,
// site-local).
const ROUTED: [ipaddr.IPv6, number] = ipaddr.IPv6.parseCIDR('2000::/3');

/** Returns whether the address is public on the Internet. Mapped addresses count as their target. */
export function isPublic(text: string): boolean {
  const address = parse(text);
  if (!address || address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' ? address.toString() !== WIRE_SERVER : (address as ipaddr.IPv6).match(ROUTED);
}

const HOST = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*\.?$/i;
/** Detects an invalid address or a mistyped range. */
const NUMERIC = /^[\d.]+$/;

/** Returns whether an entry of OUTBOUND_ALLOW is a host name, an address or a CIDR range. */
export function isAllowEntry(entry: string): boolean {
  const bare = withoutBrackets(entry);
  return ipaddr.isValidCIDR(bare) || parse(bare) !== undefined || (HOST.test(entry) && !NUMERIC.test(entry));
}

/** The private hosts in OUTBOUND_ALLOW that this server may call. */
export class AllowedAddresses {
  private readonly hosts = new Set<string>();
  private readonly ranges: Range[] = [];

  constructor(entries: readonly string[]) {
    for (const entry of entries) this.add(entry);
  }

  hasHost(hostname: string): boolean {
    return this.hosts.has(normalised(hostname));
  }

  hasAddress(text: string): boolean {
    const address = parse(text);
    return (
      address !== undefined &&
      this.ranges.some(([range, bits]) => range.kind() === address.kind() && address.match(range as ipaddr.IPv4, bits))
    );
  }

  private add(entry: string): void {
    const bare = withoutBrackets(entry);
    const address = parse(bare);
    if (ipaddr.isValidCIDR(bare)) this.ranges.push(ipaddr.parseCIDR(bare) as Range);
    else if (address) this.ranges.push([address, address.kind() === 'ipv4' ? 32 : 128]);
    else this.hosts.add(normalised(entry));
  }
}

// Accepts strict forms only: URL parsing converts all other forms to these.
function parse(text: string): Address | undefined {
  const bare = text.split('%', 1)[0] ?? '';
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare) ? ipaddr.process(bare) : undefined;
}

const withoutBrackets = (entry: string): string => entry.replace(/^\[|\]$/g, '');
const normalised = (hostname: string): string => hostname.toLowerCase().replace(/\.$/, '');
