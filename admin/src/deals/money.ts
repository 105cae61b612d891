import { useMemo } from 'react';
import { useFormats } from '../ui/profile';

/** Formats money exactly, but without `.00`. */
export function useMoney(): (amount: string, currency: string) => string {
  const { locale } = useFormats();
  return useMemo(() => {
    const formats = new Map<string, Intl.NumberFormat>();
    return (amount, currency) => {
      const format =
        formats.get(currency) ??
        new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
      formats.set(currency, format);
      return format.format(amount as `${number}`);
    };
  }, [locale]);
}
