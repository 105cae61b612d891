const DAY = 86_400;
const WEEKDAY = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i;

/**
 * Returns the seconds of `Retry-After`, a number or a date (RFC 9110, 10.2.3), from 0 to one day. Undefined if the
 * header is invalid.
 */
export function retryAfterSeconds(header: string | string[] | undefined, now = Date.now()): number | undefined {
  const text = (Array.isArray(header) ? header[0] : header)?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text), DAY);
  if (!WEEKDAY.test(text)) return undefined;
  const seconds = Math.ceil((Date.parse(text) - now) / 1_000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), DAY);
}
