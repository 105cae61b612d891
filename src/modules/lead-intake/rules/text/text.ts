/** Maximum number of characters that are read. The HTTP layer rejects longer texts. */
export const LONGEST_TEXT = 20_000;

/**
 * The visible text: without tags, entities decoded, white space collapsed. Character i comes from the source characters
 * `from[i]` to `to[i]`.
 */
export interface ReadableText {
  readonly source: string;
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const TAG =
  /<(?:!--|\/?(a|abbr|b|blockquote|body|br|center|code|dd|div|dl|dt|em|font|form|h[1-6]|head|hr|html|i|img|li|link|meta|ol|p|pre|s|script|section|small|span|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|u|ul)(?=[\s>/]))/iy;
const ENTITY = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/iy;
const BREAKING_TAG = /^(?:blockquote|br|dd|div|dl|dt|form|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)$/i;
const UNSEEN_TAG = /^(?:script|style)$/i;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\0]/;
const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  pound: '£',
  ndash: '–',
  mdash: '—',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
  oacute: 'ó',
  aacute: 'á',
  iacute: 'í',
  rsquo: "'",
  lsquo: "'",
};

export function readable(source: string): ReadableText {
  const page = new Page(source.slice(0, LONGEST_TEXT));
  while (page.at < page.source.length) page.step();
  return page.finish();
}

class Page {
  at = 0;
  private readonly chars: string[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly lastTagEnd: number;

  constructor(readonly source: string) {
    this.lastTagEnd = source.lastIndexOf('>');
  }

  step(): void {
    const char = this.source.charAt(this.at);
    if (char === '<' && this.at < this.lastTagEnd && this.tag()) return;
    if (char === '&' && this.entity()) return;
    this.put(plain(char), 1);
  }

  finish(): ReadableText {
    while (this.last() === '\n' || this.last() === ' ') this.drop();
    return { source: this.source, text: this.chars.join(''), from: this.from, to: this.to };
  }

  private tag(): boolean {
    TAG.lastIndex = this.at;
    const match = TAG.exec(this.source);
    if (!match) return false;
    const name = match[1] ?? '';
    const close = this.closing(name);
    const seen = BREAKING_TAG.test(name) ? '\n' : /^t[dh]$/i.test(name) ? '\t' : '';
    this.put(seen, close - this.at);
    return true;
  }

  private closing(name: string): number {
    const end = this.source.indexOf('>', this.at) + 1;
    if (!UNSEEN_TAG.test(name) || this.source.charAt(this.at + 1) === '/') return end;
    const close = /<\/(?:script|style)/gi;
    close.lastIndex = end;
    // An unclosed script hides the rest of the text, as in a browser. This keeps the scan linear.
    return close.exec(this.source)?.index ?? this.source.length;
  }

  private entity(): boolean {
    ENTITY.lastIndex = this.at;
    const match = ENTITY.exec(this.source);
    if (!match) return false;
    const code = match[1] ? Number(match[1]) : match[2] ? Number.parseInt(match[2], 16) : undefined;
    const char =
      code === undefined ? NAMED_ENTITIES[match[3] ?? ''] : code < 0x10000 ? String.fromCharCode(code) : undefined;
    if (char === undefined) return false;
    this.put(plain(char), match[0].length);
    return true;
  }

  private put(char: string, width: number): void {
    const start = this.at;
    this.at += width;
    if (char === '') return;
    if (char === '\n') this.dropBlanks();
    if (this.isRepeatedEmptyLine(char)) return;
    this.chars.push(char);
    this.from.push(start);
    this.to.push(this.at);
  }

  private isRepeatedEmptyLine(char: string): boolean {
    const last = this.last();
    if (char === ' ') return last === undefined || last === ' ' || last === '\n' || last === '\t';
    if (char === '\t') return last === undefined || last === '\n' || last === '\t';
    return char === '\n' && (last === undefined || (last === '\n' && this.chars.at(-2) === '\n'));
  }

  private dropBlanks(): void {
    while (this.last() === ' ' || this.last() === '\t') this.drop();
  }

  private drop(): void {
    this.chars.pop();
    this.from.pop();
    this.to.pop();
  }

  private last(): string | undefined {
    return this.chars.at(-1);
  }
}

/** Normalises apostrophes, spaces and full-width characters, so that the rules need only one spelling. */
function plain(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x80) return code === 13 || code === 0 ? '' : char === '\v' || char === '\f' ? '\n' : char;
  if (INVISIBLE.test(char)) return '';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (char === '\u2028' || char === '\u2029') return '\n';
  if (/[\s\u00a0]/.test(char)) return ' ';
  return char === '\u2019' || char === '\u2018' || char === '\u00b4' ? "'" : char;
}
