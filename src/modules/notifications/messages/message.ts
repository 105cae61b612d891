/** A part of a message. `raw` is what the author of a template wrote; `value` is what anybody may have written, and is escaped. */
export interface Piece {
  readonly kind: 'raw' | 'value' | 'bold' | 'link';
  readonly text: string;
}

/** A message before it is put into the form of a service. */
export interface Message {
  /** One line: the subject of a mail. */
  readonly title: string;
  readonly pieces: readonly Piece[];
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The message as text of at most `limit` characters. What is too long ends between two characters as people see them,
 * never inside an escape, with an ellipsis.
 */
export function fit(pieces: readonly Piece[], limit: number, render: (piece: Piece) => string): string {
  const whole = pieces.map(render).join('');
  if (whole.length <= limit) return whole;
  let text = '';
  for (const piece of pieces) {
    const rendered = render(piece);
    if (text.length + rendered.length > limit - 1) return `${text}${cut(piece, limit - 1 - text.length, render)}…`;
    text += rendered;
  }
  return text;
}

/** As much of a piece as fits, found by halving. A link in half would lead elsewhere. */
function cut(piece: Piece, room: number, render: (piece: Piece) => string): string {
  if (piece.kind === 'link') return '';
  const characters = Array.from(graphemes.segment(piece.text.slice(0, room)), ({ segment }) => segment);
  // The last one may have been cut by the slice.
  if (characters.length > 0 && piece.text.length > room) characters.pop();
  const first = (count: number): string =>
    count === 0 ? '' : render({ ...piece, text: characters.slice(0, count).join('') });
  let [fits, beyond] = [0, characters.length + 1];
  while (beyond - fits > 1) {
    const middle = Math.floor((fits + beyond) / 2);
    if (first(middle).length <= room) fits = middle;
    else beyond = middle;
  }
  return first(fits);
}
