#!/usr/bin/env node
// `kontor-sdk types` writes the custom fields of a server as types for `new Kontor<CustomFields>()`.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createKontor, isKontorError } from '../dist/esm/resources.js';

const USAGE = `Usage: kontor-sdk types --url <address of Kontor> [--out <file>]

Writes the custom fields as TypeScript types, to a file or to the standard output. Reads the API key, which needs the
scope custom-fields:read, from KONTOR_API_KEY, and the address from KONTOR_URL if --url is omitted.`;

const RECORDS = { activities: 'Activity', companies: 'Company', contacts: 'Contact', deals: 'Deal', leads: 'Lead' };

const nameOf = (key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));

function typeOf({ type, enum: values, items = {} }) {
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (type === 'array') return `ReadonlyArray<${typeOf(items)}>`;
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'string' || type === 'boolean' ? type : 'unknown';
}

function fieldOf([key, schema], required) {
  // The end of a comment inside a description would end the comment.
  const text = schema.description
    ? `    /** ${schema.description.replace(/\s+/g, ' ').replaceAll('*/', '* /')} */\n`
    : '';
  return `${text}    ${nameOf(key)}${required.includes(key) ? '' : '?'}: ${typeOf(schema)};`;
}

/** Returns the file for a document with custom fields. */
function fileOf({ components: { schemas } }) {
  const records = Object.entries(RECORDS).map(([name, record]) => {
    const { properties = {}, required = [] } = schemas[`${record}CreateCustomFields`] ?? {};
    const fields = Object.entries(properties).map((field) => fieldOf(field, required));
    return fields.length > 0 ? `  ${name}: {\n${fields.join('\n')}\n  };` : `  ${name}: {};`;
  });
  return `// Written by \`kontor-sdk types\`; do not edit.\nexport interface CustomFields {\n${records.join('\n')}\n}\n`;
}

function argumentsOf() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return undefined;
  if (positionals.length !== 1 || positionals[0] !== 'types') throw new TypeError('The command is `kontor-sdk types`.');
  return values;
}

try {
  const values = argumentsOf();
  if (values) {
    const response = await createKontor({ baseUrl: values.url }, []).request('GET', '/openapi.json', {
      query: { custom: 1 },
    });
    const file = fileOf(await response.json());
    if (values.out) writeFileSync(values.out, file);
    else process.stdout.write(file);
  } else {
    console.log(USAGE);
  }
} catch (error) {
  console.error(isKontorError(error) || error instanceof TypeError ? error.message : error);
  if (error instanceof TypeError) console.error(`\n${USAGE}`);
  process.exitCode = 1;
}
