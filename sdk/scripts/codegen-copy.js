// Prepares the document for the generator. Each rule removes a part that the generator would translate wrongly.
const VERBS = ['get', 'put', 'post', 'patch', 'delete', 'head'];
const OPTION_NAMES = ['signal', 'timeoutMs', 'maxRetries', 'headers', 'requestBody', 'formData'];
const RECORD_TYPES = {
  Activity: 'activities',
  Company: 'companies',
  Contact: 'contacts',
  Deal: 'deals',
  Lead: 'leads',
};

/** A type of src that replaces a schema; `withTypes` removes the quotes. */
const handwritten = (type, { description, nullable } = {}) => ({
  type: 'string',
  enum: [`@@${type}`],
  ...(description && { description }),
  ...(nullable && { nullable }),
});

const pascal = (tag) =>
  tag
    .split(/[^A-Za-z0-9]+/)
    .map((word) =>
      /^[A-Z]+$/.test(word) ? word[0] + word.slice(1).toLowerCase() : word[0].toUpperCase() + word.slice(1),
    )
    .join('');
const camel = (tag) => pascal(tag).replace(/^./, (letter) => letter.toLowerCase());

/** POSTs that change nothing, by their verb. They are repeated without an Idempotency-Key. */
const readsOnly = (verb, { operationId }) =>
  verb === 'get' || verb === 'head' || (verb === 'post' && /^(search|count|find|preview)[A-Z]/.test(operationId));

function followed(document, value) {
  return value.$ref
    ? value.$ref
        .slice(2)
        .split('/')
        .reduce((place, step) => place[step], document)
    : value;
}

// A default would be sent with every request, and would stay the same when the server changes its default.
function parameterOf(document, parameter) {
  const { schema: { default: _, ...schema } = {}, ...rest } = followed(document, parameter);
  return { ...rest, schema: typed(schema) };
}

/** Options that many calls share, as types of src. */
const SHARED_OPTIONS = {
  PageOptions: ['limit', 'cursor', 'count'],
  IdempotencyOption: ['Idempotency-Key'],
  IfMatchOption: ['If-Match'],
  IfNoneMatchOption: ['If-None-Match'],
};

/** The options of a call as a schema: query parameters and headers, besides the options of every call. */
function optionsOf(parameters) {
  const named = parameters.filter(({ in: place }) => place !== 'path');
  const has = (name) => named.some((parameter) => parameter.name === name);
  const shared = Object.entries(SHARED_OPTIONS).filter(([, names]) => names.every(has));
  const rest = named.filter(({ name }) => !shared.some(([, names]) => names.includes(name)));
  const properties = rest.map(({ name, description, schema }) => [
    name,
    name === 'custom'
      ? handwritten('CustomFilters', { description: 'Filters on custom fields' })
      : { ...asInput(schema), description },
  ]);
  const required = rest.filter((parameter) => parameter.required).map(({ name }) => name);
  const own = { type: 'object', properties: Object.fromEntries(properties), ...(required.length && { required }) };
  return {
    allOf: ['RequestOptions', ...shared.map(([type]) => type)]
      .map((type) => handwritten(type))
      .concat(rest.length > 0 ? own : []),
  };
}

/** Lets callers give a Date for every time in a request. */
function asInput(schema) {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(asInput);
  if (schema.type === 'string' && schema.format === 'date-time') return handwritten('DateInput', schema);
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, asInput(value)]));
}

function withCustomFields(name, schema) {
  const [, noun] = /(Activity|Company|Contact|Deal|Lead)(?:Create|Update|Upsert|View)?$/.exec(name) ?? [];
  const customFields = schema.properties?.customFields;
  if (!customFields || !noun) return schema;
  const type = name.endsWith('View')
    ? 'CustomValues'
    : /Update$|Upsert$/.test(name)
      ? 'CustomChanges'
      : 'NewCustomValues';
  const property = handwritten(`${type}<C, "${RECORD_TYPES[noun]}">`, customFields);
  return { ...schema, properties: { ...schema.properties, customFields: property } };
}

// Custom fields have names such as `custom.tier`. TypeScript treats a union of names and `string` as `string`, so the
// pattern of such texts becomes an enumeration with a placeholder, which withTemplates() replaces by a template literal type.
const PLACEHOLDER = '${string}';
const PATTERNS = [
  [
    /^\^\(((?:[\w|]|\[\.\])*custom)\)\[\.\]/,
    ([, paths]) => paths.split('|').map((path) => `${path.replaceAll('[.]', '.')}.`),
  ],
  [/^\^-\?custom\\\./, () => ['custom.', '-custom.']],
  [/^\^custom\\\./, () => ['custom.']],
  [/^\^\(((?:[\w|-])+)\|\[\*\]\):/, ([, resources]) => [...resources.split('|'), '*'].map((name) => `${name}:`)],
];

function typed(schema) {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(typed);
  if (schema['x-schema']) return referenceOf(schema);
  for (const [pattern, pathsOf] of PATTERNS) {
    const found = pattern.exec(schema.pattern ?? '');
    if (found) return { type: 'string', enum: pathsOf(found).map((path) => `${path}${PLACEHOLDER}`) };
  }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, typed(value)]));
}

// The document leaves some filters open, because other generators would copy their schemas to every use.
const referenceOf = ({ 'x-schema': $ref, description, nullable }) => ({
  ...(description && { description }),
  ...(nullable && { type: 'object', nullable }),
  allOf: [{ $ref }],
});

/** Replaces placeholders in generated code by template literal types and by types of src. */
export const withTypes = (code) => code.replace(/'([\w.*-]+[.:]\$\{string\})'/g, '`$1`').replace(/'@@([^']+)'/g, '$1');

const FILE = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
const isFile = ({ content = {} }) => 'text/csv' in content;

// Errors have one type. Documented headers of a response without a body would become its value.
function answersOf(document, responses) {
  const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return Object.fromEntries(
    good.map(([status, response]) => {
      const { headers: _, ...rest } = followed(document, response);
      return [status, isFile(rest) ? { ...rest, content: FILE } : rest];
    }),
  );
}

// A method cannot return pages for people or event streams.
const callable = (responses) =>
  !Object.values(responses).some(({ content = {} }) =>
    ['text/html', 'text/event-stream'].some((type) => type in content),
  );

function operationOf(document, verb, shared, operation) {
  const method = operation['x-sdk-method'];
  if (!method || operation.tags?.length !== 1)
    throw new Error(`${operation.operationId} needs x-sdk-method and exactly one tag.`);
  const parameters = [...shared, ...(operation.parameters ?? [])]
    .map((parameter) => parameterOf(document, parameter))
    .filter(
      ({ name, in: place }) =>
        place !== 'header' ||
        /^If-(None-)?Match$/.test(name) ||
        (name === 'Idempotency-Key' && !readsOnly(verb, operation)),
    );
  const clash = parameters.find(({ name }) => OPTION_NAMES.includes(name));
  if (clash) throw new Error(`${operation.operationId}: the parameter ${clash.name} has the name of an SDK option.`);
  const tags = [pascal(operation.tags[0])];
  return { ...operation, operationId: method, tags, parameters, responses: answersOf(document, operation.responses) };
}

// The generator drops the properties of a schema that also allows other properties.
function schemaOf({ additionalProperties, ...schema }) {
  return additionalProperties === undefined || schema.properties ? schema : { additionalProperties, ...schema };
}

const nameOf = ({ $ref }) => $ref.slice($ref.lastIndexOf('/') + 1);
const capital = (word) => word[0].toUpperCase() + word.slice(1);

function bodyOf({ requestBody }) {
  if (!requestBody) return undefined;
  const [{ schema }] = Object.values(requestBody.content);
  return { type: schema.$ref ? nameOf(schema) : 'Record<string, unknown>', isOptional: !requestBody.required };
}

function resultOf(document, responses) {
  const [response] = Object.values(responses);
  if (isFile(response) || Object.values(response.content ?? {}).includes(FILE['application/octet-stream']))
    return { type: 'Response' };
  const [{ schema } = {}] = Object.values(response.content ?? {});
  if (!schema) return { type: 'void' };
  const { properties = {} } = document.components.schemas[nameOf(schema)];
  return { type: nameOf(schema), item: properties.pageInfo && nameOf(properties.data.items) };
}

function callOf(document, path, verb, operation) {
  const ids = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  const [tag] = operation.tags;
  const resource = camel(tag);
  return {
    resource,
    service: `${tag}Resource`,
    method: operation.operationId,
    ids,
    text: [operation.summary, operation.description].filter(Boolean).join('.\n'),
    body: bodyOf(operation),
    options: `${capital(resource)}${capital(operation.operationId)}Options`,
    needsOptions: operation.parameters.some((parameter) => parameter.in !== 'path' && parameter.required),
    result: resultOf(document, operation.responses),
  };
}

/** Schemas of requests only, and filters. Views hold filters too, which are the same on the way out. */
function inputNames({ paths, components: { schemas }, 'x-events': events }) {
  const reached = (parts) => {
    const names = new Set();
    const visit = (value) => {
      for (const [, name] of JSON.stringify(value ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g))
        if (!names.has(name) && schemas[name]) visit((names.add(name), schemas[name]));
    };
    parts.forEach(visit);
    return names;
  };
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  const sent = reached(operations.map(({ parameters, requestBody }) => [parameters, requestBody]));
  const received = reached([...operations.map(({ responses }) => responses), events]);
  return new Set([...sent].filter((name) => !received.has(name) || name.endsWith('Filter')));
}

/** Returns the copy of the document for the generator, its schemas of requests, and each call. */
export function codegenCopy(document) {
  const inputs = inputNames(document);
  const schemas = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => {
      const own = withCustomFields(name, typed(schemaOf(schema)));
      return [name, inputs.has(name) ? asInput(own) : own];
    }),
  );
  const paths = {};
  const calls = [];
  for (const [path, { parameters = [], ...item }] of Object.entries(document.paths)) {
    for (const [verb, source] of Object.entries(item).filter(([key]) => VERBS.includes(key))) {
      const operation = operationOf(document, verb, parameters, source);
      if (!callable(operation.responses)) continue;
      (paths[path] ??= {})[verb] = operation;
      const call = callOf(document, path, verb, operation);
      calls.push({
        ...call,
        reads: verb === 'post' && readsOnly(verb, source),
        isStreamed: call.result.type === 'Response',
      });
      schemas[call.options] = optionsOf(operation.parameters);
      inputs.add(call.options);
    }
  }
  refuseTwins(calls);
  return { calls, inputs, copy: { ...document, paths, components: { schemas } } };
}

// The generator would append a 1 without a warning.
function refuseTwins(calls) {
  const names = calls.map(({ resource, method }) => `${resource}.${method}`);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin) throw new Error(`Two operations are called ${twin}: x-sdk-method must be unique in a tag.`);
}
