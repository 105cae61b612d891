import { isObject } from './samples.js';
import { operationsOf, resolve, type Components, type Document, type Parameter } from './shapes.js';

const WELCOME =
  '**New here?** Press *Authorize* and paste an API key, or sign in right on this page with `POST /api/v1/auth/login`: the browser then sends the session cookie by itself. Every operation can be tried out.\n\n';

/**
 * The document as Swagger UI should show it. The UI fills every field in advance with its example, and a list that is
 * filtered by all examples at once finds nothing: here examples of what may be left out are told and not filled in.
 */
export function forReading(document: Document): Document {
  const copy = structuredClone(document);
  const info = copy.info as { description: string };
  info.description = WELCOME + info.description;
  copy.servers = [{ url: '/', description: 'This server' }];
  for (const { operation } of operationsOf(copy))
    operation.parameters = operation.parameters?.flatMap((parameter) => fieldsOf(parameter, copy.components));
  for (const parameter of Object.values(copy.components.parameters ?? {})) tellExample(parameter);
  return copy;
}

// `createdAt` with its operators is easier to fill in as fields `createdAt[gte]`, `createdAt[lt]` … than as JSON.
function fieldsOf(parameter: Parameter, components: Components): Parameter[] {
  if (parameter.$ref !== undefined) return [parameter];
  if (parameter.in !== 'query' || !parameter.schema || !isObject(parameter.schema, components))
    return [tellExample(parameter)];
  return Object.entries(resolve(parameter.schema, components).properties ?? {}).map(
    ([operator, { example, description, ...schema }]) =>
      tellExample({
        name: `${parameter.name}[${operator}]`,
        in: 'query',
        required: false,
        description: `${parameter.description ?? ''} ${description ?? ''}`.trim(),
        schema,
        example,
      }),
  );
}

function tellExample(parameter: Parameter): Parameter {
  const { example, required, description = '' } = parameter;
  if (required || example === undefined) return parameter;
  delete parameter.example;
  const told = Array.isArray(example) ? example.join(', ') : String(example);
  parameter.description = `${description} For example \`${told}\`.`.trim();
  return parameter;
}
