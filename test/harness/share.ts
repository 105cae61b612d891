/** Whether all values are tested, without a time limit. */
export const isFull = process.env['KONTOR_FAULTS'] === 'full';

/**
 * Returns a part of the values, another part at each turn: `1 / oneIn` of them at `npm test`, and all at `npm run
 * test:faults`.
 */
export const shareOf = <T>(values: readonly T[], turn: number, oneIn: number): readonly T[] =>
  isFull ? values : values.filter((_, index) => (index + turn) % oneIn === 0);
