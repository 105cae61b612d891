import { isObject } from '../schemas/samples.js';
import { operationsOf, resolve, type Components, type Document, type Parameter, type Tag } from '../schemas/shapes.js';

const WELCOME = `Press **Authorize** and enter an API key, or sign in with \`POST /api/v1/auth/login\`; the browser then sends the session cookie.
Then open an operation and press **Execute**.`;

/**
 * Returns the document for Swagger UI. The page fills in the example of each parameter, and a list with all filters
 * would be empty. So the description contains the example of an optional parameter, and the field stays empty.
 */
export function forReading(document: Document, order: readonly Tag[] = []): Document {
  const copy = structuredClone(document);
  const info = copy.info as { description: string };
  info.description =
    `${WELCOME}\n\n<details><summary>How this API works: lists, filters, errors, retries, events, rate ` +
    `limits</summary>\n\n${info.description}\n</details>`;
  copy.servers = [{ url: '/', description: 'This server' }];
  const positions = new Map(order.map(({ name }, index) => [name, index]));
  copy.tags?.sort((a, b) => (positions.get(a.name) ?? order.length) - (positions.get(b.name) ?? order.length));
  // A page cannot set a cookie itself. The browser already has the cookie after a sign-in.
  delete copy.components.securitySchemes?.['session'];
  for (const { operation } of operationsOf(copy)) {
    // The page writes a curl command itself.
    delete operation['x-codeSamples'];
    operation.security = operation.security?.filter((scheme) => !('session' in scheme));
    operation.parameters = operation.parameters?.flatMap((parameter) => fieldsOf(parameter, copy.components));
  }
  for (const parameter of Object.values(copy.components.parameters ?? {})) moveExampleToDescription(parameter);
  return copy;
}

// Fields such as `createdAt[gte]` and `createdAt[lt]` are easier to fill in than JSON.
function fieldsOf(parameter: Parameter, components: Components): Parameter[] {
  if (parameter.$ref !== undefined) return [parameter];
  if (parameter.in !== 'query' || !parameter.schema) return [moveExampleToDescription(parameter)];
  if (!isObject(parameter.schema, components))
    return [isOpenObject(parameter) ? parameter : moveExampleToDescription(parameter)];
  return Object.entries(resolve(parameter.schema, components).properties ?? {}).map(
    ([operator, { example, description, ...schema }]) =>
      moveExampleToDescription({
        name: `${parameter.name}[${operator}]`,
        in: 'query',
        required: false,
        description: joined(parameter.description, description),
        schema,
        example,
      }),
  );
}

// Joins "Creation time" and "At or after this time" to "Creation time: at or after this time".
const joined = (field = '', operator = ''): string =>
  `${field}: ${operator.charAt(0).toLowerCase()}${operator.slice(1)}`;

// The example of an open object is `{}`. Without it, the page invents keys and sends them.
const isOpenObject = ({ schema }: Parameter): boolean => schema?.type === 'object';

function moveExampleToDescription(parameter: Parameter): Parameter {
  const { example, required, description = '' } = parameter;
  if (required || example === undefined) return parameter;
  delete parameter.example;
  const text = Array.isArray(example) ? example.join(', ') : String(example);
  parameter.description = `${description.replace(/\.$/, '')}. Example: \`${text}\``;
  return parameter;
}
