import type { FilterNode } from '../../data/filters';
import type { Field } from '../../metadata/record-type';

export interface Condition {
  readonly field: string;
  readonly op: string;
  readonly value: unknown;
}
export interface Group {
  readonly join: 'and' | 'or';
  readonly isNegated: boolean;
  readonly parts: readonly Part[];
}
/** A part that the builder cannot show, such as a condition on linked records. It is kept as it is. */
export interface Opaque {
  readonly opaque: FilterNode;
}
export type Part = Condition | Group | Opaque;

export const isGroup = (part: Part): part is Group => 'parts' in part;
export const isOpaque = (part: Part): part is Opaque => 'opaque' in part;
export const EMPTY: Group = { join: 'and', isNegated: false, parts: [] };

export function countConditions(node: FilterNode): number {
  if ('and' in node) return node.and.reduce((sum, part) => sum + countConditions(part), 0);
  if ('or' in node) return node.or.reduce((sum, part) => sum + countConditions(part), 0);
  return 'not' in node ? countConditions(node.not) : 1;
}

/** Converts a filter to groups for the builder. */
export function groupOf(node: FilterNode | undefined): Group {
  if (!node) return EMPTY;
  const part = partOf(node);
  return isGroup(part) ? part : { ...EMPTY, parts: [part] };
}

function partOf(node: FilterNode): Part {
  if ('and' in node) return { join: 'and', isNegated: false, parts: node.and.map(partOf) };
  if ('or' in node) return { join: 'or', isNegated: false, parts: node.or.map(partOf) };
  if ('not' in node) {
    const inner = partOf(node.not);
    return isGroup(inner) ? { ...inner, isNegated: !inner.isNegated } : { ...EMPTY, isNegated: true, parts: [inner] };
  }
  return 'field' in node ? node : { opaque: node };
}

/** Converts the groups of the builder to a filter. Unfinished conditions are left out. */
export function nodeOf(part: Part): FilterNode | undefined {
  if (isOpaque(part)) return part.opaque;
  if (!isGroup(part)) return isFinished(part) ? { ...part } : undefined;
  const nodes = part.parts.map(nodeOf).filter((node) => node !== undefined);
  const [first] = nodes;
  if (!first) return undefined;
  const joined: FilterNode = nodes.length === 1 ? first : part.join === 'and' ? { and: nodes } : { or: nodes };
  return part.isNegated ? { not: joined } : joined;
}

const isFinished = ({ value }: Condition): boolean =>
  value !== null && value !== undefined && value !== '' && (!Array.isArray(value) || value.length > 0);

const LISTS = new Set(['in', 'notIn', 'hasAny', 'hasAll']);
export const takesList = (op: string): boolean => LISTS.has(op);

/** Returns a new condition on a field, with its most useful operator. */
export function conditionOn(field: Field): Condition {
  const preferred = ['contains', 'in', 'hasAny', 'gte', 'eq'];
  const op = preferred.find((one) => field.operators.includes(one)) ?? field.operators[0] ?? 'eq';
  return { field: field.filterName ?? field.name, op, value: initialValue(field, op) };
}

/** Returns a value that fits the operator, so that changing the operator leaves no value of the wrong shape. */
export function initialValue({ type }: Pick<Field, 'type'>, op: string): unknown {
  if (op === 'isNull' || type === 'boolean') return true;
  return takesList(op) ? [] : null;
}
