// What the generator is to see of the document. Each rule keeps something out of the SDK that would do harm there.
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

/** POSTs that change nothing: they are repeated without further ado, and need no Idempotency-Key. */
const readsOnly = (verb, operation) =>
  verb === 'get' || verb === 'head' || (verb === 'post' && operation['x-required-permission']?.endsWith(':read'));

function followed(document, value) {
  return value.$ref
    ? value.$ref
        .slice(2)
        .split('/')
        .reduce((place, step) => place[step], document)
    : value;
}

// A default would be sent with every request and so freeze what the server does today.
function parameterOf(document, parameter) {
  const { schema: { default: _, ...schema } = {}, ...rest } = followed(document, parameter);
  return { ...rest, schema: closed(schema) };
}

// A closed list or any text is just any text to TypeScript. The face says which texts there are besides.
function closed(schema) {
  const listed = schema.items?.anyOf?.find(({ $ref }) => $ref);
  return listed ? { ...schema, items: listed } : schema;
}

// Errors have one type, and documented headers of an answer without a body would become its value.
function answersOf(document, responses) {
  const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return Object.fromEntries(
    good.map(([status, response]) => {
      const { headers: _, ...rest } = followed(document, response);
      return [status, rest];
    }),
  );
}

// Pages for people, files and streams of events are no answers that a method could give.
const callable = (responses) =>
  !Object.values(responses).some(({ content = {} }) =>
    ['text/html', 'text/event-stream', 'text/csv'].some((type) => type in content),
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
  return {
    ...operation,
    ...wordsOf(operation),
    operationId: method,
    tags: [pascal(operation.tags[0])],
    parameters,
    responses: answersOf(document, operation.responses),
  };
}

// The summary is the description's first sentence: once is enough. The generator would print both.
function wordsOf({ summary, description }) {
  return description?.startsWith(summary ?? '') ? { summary: undefined } : {};
}

// The generator forgets the properties of a schema that allows others besides.
function schemaOf({ additionalProperties, ...schema }) {
  return additionalProperties === undefined || schema.properties ? schema : { additionalProperties, ...schema };
}

function callOf(path, verb, operation) {
  const ids = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  return {
    resource: camel(operation.tags[0]),
    type: `${operation.tags[0]}Resource`,
    method: operation.operationId,
    ids,
    verb,
    reads: verb === 'post' && readsOnly(verb, operation),
  };
}

/** The generator's copy of the document, and what the face has to know besides: each call with its path parameters in order. */
export function codegenCopy(document) {
  const paths = {};
  const calls = [];
  for (const [path, { parameters = [], ...item }] of Object.entries(document.paths)) {
    for (const [verb, source] of Object.entries(item).filter(([key]) => VERBS.includes(key))) {
      const operation = operationOf(document, verb, parameters, source);
      if (!callable(operation.responses)) continue;
      (paths[path] ??= {})[verb] = operation;
      calls.push(callOf(path, verb, operation));
    }
  }
  refuseTwins(calls);
  const schemas = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => [name, schemaOf(schema)]),
  );
  return { calls, copy: { ...document, paths, components: { schemas } } };
}

// The generator would silently append a 1.
function refuseTwins(calls) {
  const names = calls.map(({ resource, method }) => `${resource}.${method}`);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin) throw new Error(`Two operations are called ${twin}: x-sdk-method must be unique in a tag.`);
}
