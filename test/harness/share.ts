/** Whether everything is tried, however long it takes. */
export const isFull = process.env['KONTOR_FAULTS'] === 'full';

/**
 * A part of the values, another one at each turn, so that over many turns all of them are tried: one in so many at
 * `npm test`, and every one at `npm run test:faults`.
 */
export const shareOf = <T>(values: readonly T[], turn: number, oneIn: number): readonly T[] =>
  isFull ? values : values.filter((_, index) => (index + turn) % oneIn === 0);
