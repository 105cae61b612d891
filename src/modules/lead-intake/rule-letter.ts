import { labelledValues, type LabelField, type LabelledValue } from './rule-labels.js';
import { readable, type ReadableText } from './rule-text.js';
import { rolesOf, type Line, type LineRole } from './rule-lines.js';

/** The text divided by what each line is for; the views keep every position of `text`. */
export interface Letter {
  readonly readable: ReadableText;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly labels: readonly LabelledValue[];
  /** What the lead says: body, subject and signature; the rest is masked with NUL, which no rule matches. */
  readonly said: string;
  /** As `said`, with the sender's header. */
  readonly identity: string;
  /** Body and subject alone. */
  readonly wish: string;
}

export function readLetter(source: string): Letter {
  const page = readable(source);
  const lines = linesOf(page.text);
  rolesOf(lines);
  const identity = mask(lines, ['sender', 'subject', 'body', 'signoff', 'signature']);
  return {
    readable: page,
    text: page.text,
    lines,
    identity,
    said: mask(lines, ['subject', 'body', 'signoff', 'signature']),
    wish: mask(lines, ['subject', 'body']),
    labels: labelledValues(mask(lines, ['body', 'signoff', 'signature'])),
  };
}

export function labelled(letter: Letter, ...fields: LabelField[]): LabelledValue[] {
  return letter.labels.filter((label) => fields.includes(label.field) && label.end > label.start);
}

/** The field whose label the position belongs to, value or label. */
export function fieldAt(letter: Letter, index: number): LabelField | undefined {
  return letter.labels.find((label) => label.labelStart <= index && index < label.end)?.field;
}

/** Lead-written paragraphs without greeting, sign-off and signature; the whole text when none is left. */
export function messageOf(letter: Letter): string {
  const own = letter.labels.find((label) => label.field === 'message' && label.end > label.start);
  const after = own && letter.labels.find((label) => label.labelStart >= own.end);
  const kept = letter.lines.filter(
    (line) =>
      line.role === 'body' &&
      (!own || (line.end > own.start && line.start < (after?.labelStart ?? letter.text.length))),
  );
  const first = kept[0];
  const texts = kept.map((line) =>
    asWritten(letter, own && line === first ? Math.max(own.start, line.start) : line.start, line.end),
  );
  const message = texts.join('\n').replace(EMPTY_LINES, '\n\n').trim();
  return message || letter.text.trim() || letter.readable.source.trim();
}

/** The lead's own characters, unless they are markup. */
function asWritten({ readable: page, text }: Letter, start: number, end: number): string {
  const written = end > start ? page.source.slice(page.from[start], page.to[end - 1]) : '';
  return /[<&\r\n]/.test(written) ? text.slice(start, end) : written;
}

const EMPTY_LINES = /\n{3,9}/g;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const part of text.split('\n')) {
    lines.push({ start, end: start + part.length, text: part, role: 'body' });
    start += part.length + 1;
  }
  return lines;
}

function mask(lines: readonly Line[], roles: readonly LineRole[]): string {
  return lines.map((line) => (roles.includes(line.role) ? line.text : '\0'.repeat(line.text.length))).join('\n');
}
