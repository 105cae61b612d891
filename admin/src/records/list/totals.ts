import type { Total } from '../../data/calls';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Returns a total as text that says whether it is exact: `1,204`, `25+`, `about 1,000,000`. */
export function totalText(total: Total | undefined, translate: Translate, locale?: string): string {
  if (!total) return '';
  const number = total.count.toLocaleString(locale);
  return total.kind === 'exact' ? number : translate(`list.total_${total.kind}`, { number });
}
