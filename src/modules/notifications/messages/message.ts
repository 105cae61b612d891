/** Part of a message. `raw` is text of the template author. `value` is text of any user and is escaped. */
export interface Piece {
  readonly kind: 'raw' | 'value' | 'bold' | 'link';
  readonly text: string;
}

/** A message without the markup of a service. */
export interface Message {
  /** Title in one line; the subject of a mail. */
  readonly title: string;
  readonly pieces: readonly Piece[];
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Renders a message with at most `limit` characters. A longer text ends with an ellipsis, between two graphemes and
 * never inside an escape.
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

/**
 * Returns the longest start of a piece that fits, by binary search. Leaves out a link, because a part has another
 * target.
 */
function cut(piece: Piece, limit: number, render: (piece: Piece) => string): string {
  if (piece.kind === 'link') return '';
  const characters = Array.from(graphemes.segment(piece.text.slice(0, limit)), ({ segment }) => segment);
  // The slice may have split the last grapheme.
  if (characters.length > 0 && piece.text.length > limit) characters.pop();
  const first = (count: number): string =>
    count === 0 ? '' : render({ ...piece, text: characters.slice(0, count).join('') });
  let [fits, beyond] = [0, characters.length + 1];
  while (beyond - fits > 1) {
    const middle = Math.floor((fits + beyond) / 2);
    if (first(middle).length <= limit) fits = middle;
    else beyond = middle;
  }
  return first(fits);
}
