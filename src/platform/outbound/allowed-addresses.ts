import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = [Address, number];

// Azure's machine agent: a public address that answers secrets to the machine itself.
const WIRE_SERVER = '168.63.129.16';
// All that the Internet routes is in 2000::/3; what lies outside of it leads back in by some road (::/96, NAT64, site-local).
const ROUTED: [ipaddr.IPv6, number] = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether everybody on the Internet may reach this address. Mapped addresses count as what they map to. */
export function isPublic(text: string): boolean {
  const address = parse(text);
  if (!address || address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' ? address.toString() !== WIRE_SERVER : (address as ipaddr.IPv6).match(ROUTED);
}

/** What OUTBOUND_ALLOW lists: private hosts that this server may call all the same. */
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
    const bare = entry.replace(/^\[|\]$/g, '');
    const address = parse(bare);
    if (ipaddr.isValidCIDR(bare)) this.ranges.push(ipaddr.parseCIDR(bare) as Range);
    else if (address) this.ranges.push([address, address.kind() === 'ipv4' ? 32 : 128]);
    else this.hosts.add(normalised(entry));
  }
}

// Strict forms only: whatever else a URL may hold has become one of these when it was parsed.
function parse(text: string): Address | undefined {
  const bare = text.split('%', 1)[0] ?? '';
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare) ? ipaddr.process(bare) : undefined;
}

const normalised = (hostname: string): string => hostname.toLowerCase().replace(/\.$/, '');
