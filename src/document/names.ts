import { operationsOf, type Document, type Operation } from './shapes.js';

/** Methods that speak of all records of their kind, and methods that are called after what they give. */
const OF_ALL = new Set(['list', 'search', 'bulk', 'count', 'export', 'import']);
const THINGS = new Set(['stats', 'facets', 'duplicates', 'timeline', 'history', 'me']);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const isPlural = (word: string): boolean => /[^s]s$/i.test(word);
const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');

/**
 * `listLeads`, `getLead`, `getLeadStats`, `changeLeadStatus`: the method's verb, the tag's noun, and what else the method says.
 * A tag that is no plural names what is done, in its last word: `login`, `parseLead`, `createLeadFromText`.
 */
export function operationIdOf(method: string, tag: string): string {
  const words = tag.split(' ').map(capital);
  const many = words.join('');
  if (isPlural(tag) && OF_ALL.has(method)) return method + many;
  const one = isPlural(tag) ? singular(many) : words.slice(0, -1).join('');
  if (THINGS.has(method)) return `get${one}${capital(method)}`;
  const [, verb = method, rest = ''] = /^([a-z]+)(.*)$/.exec(method) ?? [];
  return verb + one + rest;
}

/** Gives operations, which come as `Controller.method`, their ids, and the names that they have in the SDK. */
export function nameOperations(document: Document): void {
  const taken = new Set<string>();
  for (const { operation } of operationsOf(document)) {
    const method = operation.operationId.slice(operation.operationId.lastIndexOf('.') + 1);
    const [tag = ''] = operation.tags ?? [];
    operation['x-sdk-method'] ??= method;
    operation.operationId = operationIdOf(method, tag);
    claim(taken, operation.operationId);
    claim(taken, `${tag}.${operation['x-sdk-method'] as string}`);
  }
}

function claim(taken: Set<string>, name: string): void {
  if (taken.has(name))
    throw new Error(`Two operations are called ${name}; tell them apart with @SdkName() or the method's name`);
  taken.add(name);
}

/** The first sentence is the summary, without its asides when it is long; the whole comment, and who may, is the description. */
export function describeOperation(operation: Operation, needs: string): void {
  const text = (operation.description ?? operation.summary ?? '').replace(/\s+/g, ' ').trim();
  const sentence = (/^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text).replace(/\.$/, '');
  const main = sentence.length > 60 ? sentence.replace(/[:;] .*$/, '') : sentence;
  operation.summary = main.length > 80 ? main.replace(/, .*$/, '') : main;
  operation.description = `${text}\n\n${needs}`;
}
