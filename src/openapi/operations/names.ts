import { operationsOf, type Document, type Operation } from '../schemas/shapes.js';

/** Handlers that act on all records of their type. */
const COLLECTION_METHODS = new Set(['list', 'search', 'bulk', 'count', 'export', 'import']);
/** Operation ids of handlers whose name has no verb or another verb. */
const IDS: Readonly<Record<string, (noun: string) => string>> = {
  stats: (noun) => `get${noun}Stats`,
  history: (noun) => `get${noun}History`,
  me: (noun) => `get${noun}Me`,
  facets: (noun) => `count${noun}Facets`,
  duplicates: (noun) => `find${noun}Duplicates`,
  remove: (noun) => `delete${noun}`,
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const isPlural = (word: string): boolean => /[^s]s$/i.test(word);
export const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
const plural = (tag: string): string => tag.split(/[ -]/).map(capital).join('');

/**
 * Returns the `operationId`: the verb of the method, the noun of the tag and the rest of the method, such as
 * `listLeads` or `changeLeadStatus`. A tag that is not a plural has no noun: `login`.
 */
export function operationIdOf(method: string, tag: string): string {
  if (isPlural(tag) && COLLECTION_METHODS.has(method)) return method + plural(tag);
  const noun = isPlural(tag) ? singular(plural(tag)) : '';
  const [, verb = method, rest = ''] = /^([a-z]+)(.*)$/.exec(method) ?? [];
  return IDS[method]?.(noun) ?? verb + noun + rest;
}

/** Returns the name of the SDK method: the `operationId` without the noun of its tag, such as `leads.changeStatus`. */
export function sdkMethodOf(operationId: string, tag: string): string {
  const nouns = `(?:${plural(tag)}|${singular(plural(tag))})`;
  const [, verb, rest = ''] = new RegExp(`^([a-z]+)${nouns}((?:[A-Z].*)?)$`).exec(operationId) ?? [];
  if (verb !== undefined) return verb + rest;
  return new RegExp(`^([a-z]+[A-Z].*)${nouns}$`).exec(operationId)?.[1] ?? operationId;
}

/** Returns the name of a tag in the SDK: `apiKeys` for `API keys`. */
export const sdkResourceOf = (tag: string): string =>
  tag.toLowerCase().replace(/[ -]([a-z])/g, (_, character: string) => character.toUpperCase());

/** Sets the ids of operations, which have the form `Controller.method`, and their names in the SDK. */
export function nameOperations(document: Document): void {
  const taken = new Set<string>();
  for (const { operation } of operationsOf(document)) {
    const method = operation.operationId.slice(operation.operationId.lastIndexOf('.') + 1);
    const [tag = ''] = operation.tags ?? [];
    operation.operationId = (operation['x-operation-id'] as string | undefined) ?? operationIdOf(method, tag);
    delete operation['x-operation-id'];
    operation['x-sdk-method'] ??= sdkMethodOf(operation.operationId, tag);
    claim(taken, operation.operationId);
    claim(taken, `${tag}.${operation['x-sdk-method'] as string}`);
  }
}

function claim(taken: Set<string>, name: string): void {
  if (taken.has(name))
    throw new Error(`Two operations are named ${name}; rename one with @OperationId() or @SdkName()`);
  taken.add(name);
}

/** Splits the comment of a handler: first sentence as summary, the rest and the permission as description. */
export function describeOperation(operation: Operation, needs: string): void {
  const text = (operation.description ?? operation.summary ?? '').replace(/\s+/g, ' ').trim();
  const sentence = /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  operation.summary = sentence.replace(/\.$/, '');
  operation.description = [text.slice(sentence.length).trim(), needs].filter((part) => part !== '').join('\n\n');
}

/** Nouns of the id in a path: `/lead-forms/{id}` becomes "Id of the lead form". */
const NOUNS: Readonly<Record<string, string>> = {
  'api-keys': 'API key',
  'audit-logs': 'audit log entry',
  'security-logs': 'security log entry',
  events: 'event',
};

/** Describes the ids in paths by their record type. */
export function describePathIds(document: Document): void {
  for (const { path, operation } of operationsOf(document)) {
    for (const parameter of operation.parameters ?? []) {
      if (parameter.in !== 'path' || parameter.schema?.format !== 'uuid') continue;
      const owner = new RegExp(`([a-z-]+)/\\{${parameter.name}\\}`).exec(path)?.[1] ?? '';
      const noun = parameter.name === 'userId' ? 'user' : (NOUNS[owner] ?? singular(owner).replaceAll('-', ' '));
      parameter.description = `Id of the ${noun}`;
    }
  }
}
