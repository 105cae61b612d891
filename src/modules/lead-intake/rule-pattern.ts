/** Not inside a word: JavaScript's \b knows only ASCII letters. */
export const EDGE_BEFORE = '(?<![\\p{L}\\p{N}])';
export const EDGE_AFTER = '(?![\\p{L}\\p{N}])';

/** A value found in the readable text; positions are in the readable text, not the source. */
export interface Finding<T = string> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** An alternation whose longest member wins, so that "december" is not read as "dec". */
export function oneOf(words: Iterable<string>): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.join('|')})`;
}

/** A global, case-blind pattern of whole words. Callers keep every quantifier in `body` bounded. */
export function wholeWords(body: string): RegExp {
  return new RegExp(`${EDGE_BEFORE}(?:${body})${EDGE_AFTER}`, 'giu');
}

/** Every place where `shape` (sticky) directly follows `cue` (global). */
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

/** The most confident finding; of equals, the one that comes first in the text. */
export function strongest<T>(findings: Iterable<Finding<T>>): Finding<T> | undefined {
  let best: Finding<T> | undefined;
  for (const one of findings) {
    const wins =
      !best || one.confidence > best.confidence || (one.confidence === best.confidence && one.start < best.start);
    if (wins) best = one;
  }
  return best;
}

/** Up to `length` characters before `index`, cut at the last sentence end or masked line. */
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
