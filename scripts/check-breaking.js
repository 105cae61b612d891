// Compares openapi.json with the last release: `npm run check:breaking`, or `-- <git revision>`. Within an API version,
// changes must be compatible with existing clients.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const git = (...parameters) =>
  execFileSync('git', parameters, { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'ignore'] });
const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

function lastRelease() {
  try {
    return git('describe', '--tags', '--abbrev=0', '--match', 'v*').trim();
  } catch {
    return undefined;
  }
}

const release = process.argv[2] ?? lastRelease();
if (!release) {
  console.log('No release yet: nothing to compare with.');
  process.exit(0);
}

const before = JSON.parse(git('show', `${release}:openapi.json`));
const after = JSON.parse(readFileSync('openapi.json', 'utf8'));
const breaks = [];
const say = (where, what) => breaks.push(`${where}: ${what}`);

function resolved(document, part) {
  const name = part?.$ref?.split('/').slice(1);
  return name
    ? resolved(
        document,
        name.reduce((at, key) => at?.[key], document),
      )
    : (part ?? {});
}

const seen = new Set();
const valuesOf = (schema) => schema.enum ?? [];

/** A request must not require more than before, and a response must not contain less. */
function compareSchema(where, oldPart, newPart, isRequest) {
  const key = `${oldPart?.$ref}|${newPart?.$ref}|${isRequest}`;
  if (oldPart?.$ref && seen.has(key)) return;
  seen.add(key);
  const [old, now] = [resolved(before, oldPart), resolved(after, newPart)];
  if (old.type && now.type && old.type !== now.type) say(where, `type ${old.type} became ${now.type}`);
  if (!isRequest && old.nullable !== true && now.nullable === true) say(where, 'may be null now');
  if (isRequest && old.nullable === true && now.nullable !== true) say(where, 'may not be null any more');
  compareEnum(where, valuesOf(old), valuesOf(now), isRequest);
  compareProperties(where, old, now, isRequest);
  if (old.items) compareSchema(`${where}[]`, old.items, now.items, isRequest);
}

function compareEnum(where, old, now, isRequest) {
  if (!isRequest || now.length === 0) return;
  for (const value of old) if (!now.includes(value)) say(where, `the value ${JSON.stringify(value)} is rejected now`);
}

function compareProperties(where, old, now, isRequest) {
  for (const [name, property] of Object.entries(old.properties ?? {})) {
    const other = now.properties?.[name];
    if (other) compareSchema(`${where}.${name}`, property, other, isRequest);
    else say(`${where}.${name}`, 'is gone');
  }
  const required = (schema) => schema.required ?? [];
  if (isRequest)
    for (const name of required(now)) if (!required(old).includes(name)) say(`${where}.${name}`, 'is required now');
  if (!isRequest)
    for (const name of required(old)) if (!required(now).includes(name)) say(`${where}.${name}`, 'is optional now');
}

const schemaOf = (body) => body?.content?.['application/json']?.schema;
const parametersOf = (document, operation) =>
  new Map(
    (operation.parameters ?? []).map((one) => resolved(document, one)).map((one) => [`${one.in} ${one.name}`, one]),
  );

function compareOperation(where, old, now) {
  if (old.operationId !== now.operationId) say(where, `operationId ${old.operationId} became ${now.operationId}`);
  const [oldParameters, newParameters] = [parametersOf(before, old), parametersOf(after, now)];
  for (const [name, parameter] of oldParameters) {
    const other = newParameters.get(name);
    if (other) compareSchema(`${where} ${name}`, parameter.schema, other.schema, true);
    else say(`${where} ${name}`, 'is gone');
  }
  for (const [name, { required }] of newParameters)
    if (required && !oldParameters.get(name)?.required) say(`${where} ${name}`, 'is required now');
  compareSchema(`${where} request`, schemaOf(old.requestBody), schemaOf(now.requestBody), true);
  for (const [status, response] of Object.entries(old.responses)) {
    if (!status.startsWith('2')) continue;
    const other = now.responses[status];
    if (!other) say(`${where} ${status}`, 'is gone');
    else
      compareSchema(
        `${where} ${status}`,
        schemaOf(resolved(before, response)),
        schemaOf(resolved(after, other)),
        false,
      );
  }
}

for (const [path, item] of Object.entries(before.paths)) {
  for (const method of METHODS.filter((one) => item[one])) {
    const where = `${method.toUpperCase()} ${path}`;
    const now = after.paths[path]?.[method];
    if (now) compareOperation(where, item[method], now);
    else say(where, 'is gone');
  }
}

console.log(
  breaks.length === 0
    ? `No breaking changes since ${release}.`
    : `${breaks.length} breaking changes since ${release}:\n${breaks.join('\n')}`,
);
process.exit(breaks.length === 0 ? 0 : 1);
