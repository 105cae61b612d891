import { invalidAt } from '../../../kernel/errors.js';
import type { Piece } from './message.js';
import { MERGE_TAGS, mergeTagNames } from './merge-tags.js';
import type { Telling } from './telling.js';

const TAG = /\{\{(.*?)\}\}/gs;
const tagIn = (text: string): string => text.trim();

/** Refuses tags that nobody knows, when it is written and not when it is sent. */
export function requireTemplate(template: string): void {
  const unknown = [...template.matchAll(TAG)]
    .map(([, name = '']) => tagIn(name))
    .find((name) => !Object.hasOwn(MERGE_TAGS, name));
  if (unknown !== undefined)
    throw invalidAt(
      '#/template',
      'unknown-tag',
      `{{${unknown.slice(0, 60).toWellFormed()}}} is no merge tag; there are ${mergeTagNames().join(', ')}`,
    );
  if (/\{\{|\}\}/.test(template.replace(TAG, '')))
    throw invalidAt('#/template', 'unclosed-tag', 'a merge tag begins with {{ and ends with }}');
}

/** Filled in once: braces in a value are text. */
export function fillTemplate(template: string, telling: Telling): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, 0: whole, 1: name = '' } of template.matchAll(TAG)) {
    if (index > from) pieces.push({ kind: 'raw', text: template.slice(from, index) });
    pieces.push(pieceOf(tagIn(name), telling));
    from = index + whole.length;
  }
  if (from < template.length) pieces.push({ kind: 'raw', text: template.slice(from) });
  return pieces;
}

function pieceOf(name: string, telling: Telling): Piece {
  const text = Object.hasOwn(MERGE_TAGS, name) ? (MERGE_TAGS[name]?.value(telling) ?? '') : '';
  return { kind: name === 'object.url' ? 'link' : 'value', text };
}
