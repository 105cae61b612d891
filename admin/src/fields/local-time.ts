const partsOf = (at: Date, timeZone: string): string => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(at).replace(' ', 'T');
};

/** Returns a time as text for `datetime-local`, in a time zone. */
export const localTextOf = (instant: string, timeZone: string): string =>
  instant === '' ? '' : partsOf(new Date(instant), timeZone);

/** Returns the time of a text of `datetime-local` in a time zone; null for an empty text. */
export function instantOf(text: string, timeZone: string): string | null {
  if (text === '') return null;
  const asUtc = new Date(`${text}:00Z`).getTime();
  const offsetAt = (at: number): number => new Date(`${partsOf(new Date(at), timeZone)}:00Z`).getTime() - at;
  // The second pass corrects the hours around a change of the offset.
  const first = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(first)).toISOString();
}
