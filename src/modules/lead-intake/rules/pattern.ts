/** A Unicode word boundary. `\b` of JavaScript knows only ASCII letters. */
export const BOUNDARY_BEFORE = '(?<![\\p{L}\\p{N}])';
export const BOUNDARY_AFTER = '(?![\\p{L}\\p{N}])';

/** A value found in the readable text. `start` and `end` are positions in the readable text, not in the source. */
export interface ParserMatch<T = string> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** Returns an alternation in descending length, so that "december" is not read as "dec". */
export function oneOf(words: Iterable<string>): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.join('|')})`;
}

/** Returns a global, case-insensitive pattern of whole words. All quantifiers in `body` must be bounded. */
export function wholeWords(body: string): RegExp {
  return new RegExp(`${BOUNDARY_BEFORE}(?:${body})${BOUNDARY_AFTER}`, 'giu');
}

/** Yields each match of `shape` (sticky) directly after a match of `cue` (global). */
export function* following(text: string, cue: RegExp, shape: RegExp): Generator<RegExpExecArray> {
  for (const match of text.matchAll(cue)) {
    shape.lastIndex = match.index + match[0].length;
    const found = shape.exec(text);
    if (found) yield found;
  }
}

export function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Returns the match with the highest confidence, or the first in the text if several are equal. */
export function strongest<T>(findings: Iterable<ParserMatch<T>>): ParserMatch<T> | undefined {
  let best: ParserMatch<T> | undefined;
  for (const one of findings) {
    const wins =
      !best || one.confidence > best.confidence || (one.confidence === best.confidence && one.start < best.start);
    if (wins) best = one;
  }
  return best;
}

/** Returns up to `length` characters before `index`, from the last end of a sentence or masked line. */
export function sentenceBefore(text: string, index: number, length: number): string {
  const before = text.slice(Math.max(0, index - length), index);
  const cut = Math.max(
    before.lastIndexOf('\0'),
    before.lastIndexOf('\n\n'),
    before.lastIndexOf('. '),
    before.lastIndexOf('! '),
    before.lastIndexOf('? '),
  );
  return before.slice(cut + 1);
}
