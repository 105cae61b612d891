/** Rounds half up to the cent, as the generated column in the database does. */
export function weighted(value: string | null, probability: number): string | null {
  if (value === null) return null;
  const cents = (BigInt(value.replace('.', '')) * BigInt(probability) + 50n) / 100n;
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
