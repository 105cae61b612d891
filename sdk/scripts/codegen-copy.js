// Prepares the document for the generator. Each rule removes a part that the generator would translate wrongly.
const VERBS = ['get', 'put', 'post', 'patch', 'delete', 'head'];
const OPTION_NAMES = ['signal', 'timeoutMs', 'maxRetries', 'headers', 'requestBody', 'formData'];

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

/** Replaces placeholders in generated code by template literal types. */
export const withTemplates = (code) => code.replace(/'([\w.*-]+[.:]\$\{string\})'/g, '`$1`');

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

function callOf(path, verb, operation) {
  const ids = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  const [tag] = operation.tags;
  return { resource: camel(tag), type: `${tag}Resource`, method: operation.operationId, ids, verb };
}

/** Returns the copy of the document for the generator, and each call with its path parameters in order. */
export function codegenCopy(document) {
  const paths = {};
  const calls = [];
  for (const [path, { parameters = [], ...item }] of Object.entries(document.paths)) {
    for (const [verb, source] of Object.entries(item).filter(([key]) => VERBS.includes(key))) {
      const operation = operationOf(document, verb, parameters, source);
      if (!callable(operation.responses)) continue;
      (paths[path] ??= {})[verb] = operation;
      calls.push({
        ...callOf(path, verb, operation),
        reads: verb === 'post' && readsOnly(verb, source),
        isStreamed: Object.values(source.responses).some(isFile),
      });
    }
  }
  refuseTwins(calls);
  const schemas = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => [name, typed(schemaOf(schema))]),
  );
  return { calls, copy: { ...document, paths, components: { schemas } } };
}

// The generator would append a 1 without a warning.
function refuseTwins(calls) {
  const names = calls.map(({ resource, method }) => `${resource}.${method}`);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin) throw new Error(`Two operations are called ${twin}: x-sdk-method must be unique in a tag.`);
}
