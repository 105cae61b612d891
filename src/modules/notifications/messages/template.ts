import { invalidAt } from '../../../kernel/errors.js';
import type { Piece } from './message.js';
import { MERGE_TAGS, mergeTagNames } from './merge-tags.js';
import type { NotificationEvent } from './notification-event.js';

const TAG = /\{\{(.*?)\}\}/gs;
const tagIn = (text: string): string => text.trim();

/** Rejects unknown merge tags when a template is saved, not when a message is sent. */
export function requireTemplate(template: string): void {
  const unknown = [...template.matchAll(TAG)]
    .map(([, name = '']) => tagIn(name))
    .find((name) => !Object.hasOwn(MERGE_TAGS, name));
  if (unknown !== undefined)
    throw invalidAt(
      '#/template',
      'unknown-tag',
      `{{${unknown.slice(0, 60).toWellFormed()}}} is not a merge tag; merge tags are ${mergeTagNames().join(', ')}`,
    );
  if (/\{\{|\}\}/.test(template.replace(TAG, '')))
    throw invalidAt('#/template', 'unclosed-tag', 'a merge tag begins with {{ and ends with }}');
}

/** Replaces the merge tags once. Braces in a value stay text. */
export function fillTemplate(template: string, notification: NotificationEvent): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, 0: whole, 1: name = '' } of template.matchAll(TAG)) {
    if (index > from) pieces.push({ kind: 'raw', text: template.slice(from, index) });
    pieces.push(pieceOf(tagIn(name), notification));
    from = index + whole.length;
  }
  if (from < template.length) pieces.push({ kind: 'raw', text: template.slice(from) });
  return pieces;
}

function pieceOf(name: string, notification: NotificationEvent): Piece {
  const text = Object.hasOwn(MERGE_TAGS, name) ? (MERGE_TAGS[name]?.value(notification) ?? '') : '';
  return { kind: name === 'object.url' ? 'link' : 'value', text };
}
