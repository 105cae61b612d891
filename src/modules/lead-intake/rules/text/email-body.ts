import { labelledValues, type LabelField, type LabelledValue } from './labels.js';
import { readable, type ReadableText } from './text.js';
import { lineRolesOf, type Line, type LineRole } from './lines.js';

/** The text by the roles of its lines. All masked views have the same length as `text`, so positions are equal. */
export interface EmailBody {
  readonly readable: ReadableText;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly labels: readonly LabelledValue[];
  /** Subject, body and signature. Other lines are masked with NUL characters, which no rule matches. */
  readonly said: string;
  /** As `said`, with the sender header. */
  readonly identity: string;
  /** Subject and body. */
  readonly wish: string;
}

export function parseEmailBody(source: string): EmailBody {
  const page = readable(source);
  const lines = linesOf(page.text);
  lineRolesOf(lines);
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

export function labelled(body: EmailBody, ...fields: LabelField[]): LabelledValue[] {
  return body.labels.filter((label) => fields.includes(label.field) && label.end > label.start);
}

/** Returns the field of the label or labelled value at this position. */
export function fieldAt(body: EmailBody, index: number): LabelField | undefined {
  return body.labels.find((label) => label.labelStart <= index && index < label.end)?.field;
}

/** Returns the paragraphs without greeting, sign-off and signature; the whole text if nothing is left. */
export function messageTextOf(body: EmailBody): string {
  const own = body.labels.find((label) => label.field === 'message' && label.end > label.start);
  const after = own && body.labels.find((label) => label.labelStart >= own.end);
  const messageLines = body.lines.filter(
    (line) =>
      line.role === 'body' && (!own || (line.end > own.start && line.start < (after?.labelStart ?? body.text.length))),
  );
  const first = messageLines[0];
  const texts = messageLines.map((line) =>
    asWritten(body, own && line === first ? Math.max(own.start, line.start) : line.start, line.end),
  );
  const message = texts.join('\n').replace(EMPTY_LINES, '\n\n').trim();
  return message || body.text.trim() || body.readable.source.trim();
}

/** Returns the source characters, or the readable text if the source contains markup. */
function asWritten({ readable: page, text }: EmailBody, start: number, end: number): string {
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
