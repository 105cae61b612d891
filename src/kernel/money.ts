/** `12000.5` as PostgreSQL gives a numeric(14,2) back: `12000.50`. */
export function twoPlaces(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.padEnd(2, '0')}`;
}
