import { invalidAt } from '../../../kernel/errors.js';
import { isFreeMail } from '../../../platform/mail/index.js';

const LABEL = '[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?';
const NAME = new RegExp(`^${LABEL}(\\.${LABEL})+$`);
const NUMBERS = /^[\d.]+$/;

/** Domains with pages of many companies. Such a domain identifies no company. */
const SHARED = [
  'bit.ly',
  'facebook.com',
  'github.com',
  'github.io',
  'instagram.com',
  'linkedin.com',
  'linktr.ee',
  'sites.google.com',
  'tiktok.com',
  'twitter.com',
  'x.com',
  'youtube.com',
];

/** Returns the domain of a domain or URL in lower-case ASCII, without `www.`. Undefined for invalid text. */
export function domainIn(text: string): string | undefined {
  const trimmed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname, username } = new URL(address);
  const host = hostname.replace(/\.$/, '');
  const bare = host.replace(/^www\.(?=.+\.)/, '');
  return username === '' && bare.length <= 255 && NAME.test(bare) && !NUMBERS.test(bare) ? bare : undefined;
}

export function requireDomain(text: string): string {
  const domain = domainIn(text);
  if (domain === undefined)
    throw invalidAt('#/domain', 'not-a-domain', 'domain must be a web domain such as "analytical-engines.example"');
  return domain;
}

/** Returns the domain of a website. Undefined if the domain is shared or belongs to a mail provider. */
export function domainOfWebsite(website: string): string | undefined {
  const domain = domainIn(website);
  return domain && !isFreeMail(domain) && !SHARED.some((shared) => domain === shared || domain.endsWith(`.${shared}`))
    ? domain
    : undefined;
}
