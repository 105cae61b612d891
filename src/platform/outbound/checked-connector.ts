import { lookup as lookUp } from 'node:dns/promises';
import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { buildConnector } from 'undici';
import { isPublic, type AllowedAddresses } from './allowed-addresses.js';
import { OutboundFailure } from './outbound-failure.js';

/** Resolves the addresses of a host. Tests use a fake resolver. */
export type Lookup = (hostname: string) => Promise<readonly { readonly address: string }[]>;
export const systemLookup: Lookup = (hostname) => lookUp(hostname, { all: true });

export const CONNECT_MS = 3_000;

/**
 * Connects only to checked addresses. A `lookup` function would not see literal addresses. The socket uses the checked
 * address itself, so a second DNS answer cannot change the target.
 */
export async function checkedConnector(allowed: AllowedAddresses, lookup: Lookup): Promise<buildConnector.connector> {
  const { buildConnector: build } = await import('undici');
  const connect = build({ timeout: CONNECT_MS, allowH2: false });
  const connectChecked: (...call: Parameters<buildConnector.connector>) => Promise<void> = async (target, callback) => {
    try {
      connectToFirst(connect, target, await addressesOf(target.hostname, allowed, lookup), callback);
    } catch (error) {
      callback(error as Error, null);
    }
  };
  return (target, callback) => {
    void connectChecked(target, callback);
  };
}

function connectToFirst(
  connect: buildConnector.connector,
  target: buildConnector.Options,
  [address, ...others]: readonly string[],
  callback: buildConnector.Callback,
): void {
  if (address === undefined)
    return callback(new OutboundFailure('unknown-host', `${target.hostname} has no address`), null);
  connect({ ...target, hostname: address }, (...result) => {
    if (result[0] && others.length > 0) connectToFirst(connect, target, others, callback);
    else callback(...result);
  });
}

/** One forbidden address rejects the host, because a mix of addresses suggests an attack. At most three are tried. */
async function addressesOf(hostname: string, allowed: AllowedAddresses, lookup: Lookup): Promise<string[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : (await resolve(host, lookup)).map(({ address }) => address);
  const rejected = addresses.find(
    (address) => !isPublic(address) && !allowed.hasAddress(address) && !allowed.hasHost(host),
  );
  if (rejected !== undefined) throw new OutboundFailure('forbidden-address', `${host} is not a public address`);
  return addresses.slice(0, 3);
}

async function resolve(host: string, lookup: Lookup): Promise<readonly { readonly address: string }[]> {
  const timer = new AbortController();
  const tooLate = pause(CONNECT_MS, undefined, { signal: timer.signal, ref: false }).then(() =>
    Promise.reject(new OutboundFailure('timeout', `${host} was not resolved in time`)),
  );
  try {
    return await Promise.race([lookup(host), tooLate]);
  } catch (error) {
    throw error instanceof OutboundFailure
      ? error
      : new OutboundFailure('unknown-host', `${host} cannot be resolved`, { cause: error });
  } finally {
    tooLate.catch(() => undefined);
    timer.abort();
  }
}
