// Writes docs/problems.md, the catalogue of error codes, from the code that throws them. `--check` fails if it is out
// of date.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const STATUS = {
  BadRequestError: 400,
  UnauthorizedError: 401,
  ForbiddenError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  GoneError: 410,
  VersionConflictError: 412,
  UnprocessableError: 422,
  TooManyRequestsError: 429,
  UnavailableError: 503,
};
const files = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
const sources = files('src').filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));

/** Singular names of all record types. */
const NOUNS = [
  ...readFileSync('src/platform/records/type/record-names.ts', 'utf8').matchAll(/^ {2}\w+: '(\w+)',$/gm),
].map(([, noun]) => noun);

const found = new Map();
function add(status, code, detail) {
  const known = found.get(code);
  if (known) known.status.add(status);
  else found.set(code, { status: new Set([status]), detail });
}

/** Returns the text of a literal, a template (… for its values) or a sum of them. Otherwise undefined. */
function textOf(node) {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  // A text that is cut to a length.
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return textOf(node.expression.expression);
  return undefined;
}

const codeOf = (node) =>
  node && ts.isStringLiteral(node) && /^[a-z][a-z0-9-]*$/.test(node.text) ? node.text : undefined;
const statusOf = (node) =>
  node && ts.isNumericLiteral(node) && /^\d{3}$/.test(node.text) ? Number(node.text) : undefined;

/** Codes of all record types, such as `${noun}-deleted`, by their end. */
const common = [];

/** Reads a code and a detail that contain `${noun}`. */
function readCommon(status, code, detail) {
  if (status === undefined || !code || !detail || !ts.isTemplateExpression(code)) return;
  const [span, ...more] = code.templateSpans;
  if (code.head.text !== '' || more.length > 0 || span.expression.getText() !== 'noun') return;
  common.push({ status, end: span.literal.text, detail: detail.getText().slice(1, -1) });
}

function addCommon() {
  for (const { status, end, detail } of common)
    for (const noun of NOUNS)
      // Only record types that can be merged define a problem for merged records.
      if (end !== '-merged' || found.has(noun + end)) add(status, noun + end, detail.replaceAll('${noun}', noun));
}

function addIfAll(status, code, detail) {
  if (status !== undefined && code !== undefined && detail !== undefined) add(status, code, detail);
}

/** Reads `new ConflictError('code', 'detail')`. */
function readError({ expression, arguments: input }) {
  const status = ts.isIdentifier(expression) ? STATUS[expression.text] : undefined;
  addIfAll(status, codeOf(input?.[0]), textOf(input?.[1]));
  readCommon(status, input?.[0], input?.[1]);
}

/** Reads `failure(503, 'code', 'detail')`, `notFound('lead')` and `defineRecordType('leads', …)`. */
function readCall({ expression, arguments: input }) {
  if (!ts.isIdentifier(expression)) return;
  if (expression.text === 'failure') addIfAll(statusOf(input[0]), codeOf(input[1]), textOf(input[2]));
  if (expression.text === 'notFound') addMissing(codeOf(input[0]));
  // A record type names the noun of `notFound(kind.noun)`.
  if (expression.text === 'defineRecordType') addMissing(singular(codeOf(input[0])));
}

const singular = (resource) => resource?.replace(/ies$/, 'y').replace(/s$/, '');

function addMissing(what) {
  if (what) add(404, `${what}-not-found`, `The ${what.replaceAll('-', ' ')} does not exist, or you cannot see it.`);
}

/** Reads `{ status: 503, code: 'code', detail: 'detail' }`. */
function readObject(node) {
  const valueOf = (name) =>
    node.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === name)?.initializer;
  addIfAll(statusOf(valueOf('status')), codeOf(valueOf('code')), textOf(valueOf('detail')));
}

function read(node) {
  if (ts.isNewExpression(node)) readError(node);
  else if (ts.isCallExpression(node)) readCall(node);
  else if (ts.isObjectLiteralExpression(node)) readObject(node);
  else if (ts.isArrayLiteralExpression(node) && node.elements.length === 3) {
    const [status, code, detail] = node.elements;
    addIfAll(statusOf(status), codeOf(code), textOf(detail));
  }
  ts.forEachChild(node, read);
}

for (const file of sources) read(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
addCommon();

const escaped = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const rows = [...found]
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([code, { status, detail }]) => `| \`${code}\` | ${[...status].sort().join(', ')} | ${escaped(detail)} |`);
const page = `# Problems

Every error response is \`application/problem+json\` (RFC 9457) with \`type\`, \`title\`, \`status\`, \`detail\`, \`instance\`, \`code\` and
\`requestId\`. Use \`code\` in programs: it is stable, the texts are not. \`requestId\` identifies the request in the log.
For invalid input, \`errors\` has one entry per error: a JSON \`pointer\` into the body, or the name of the \`parameter\` or \`header\`,
with a \`code\` and a \`detail\`. \`Retry-After\` is the number of seconds to wait before the next request.
Status 400 means malformed or unknown input; status 422 means well-formed but invalid input.

This page is generated from the code by \`npm run problems\`.

| Code | Status | Detail |
|---|---|---|
${rows.join('\n')}
`;

if (process.argv.includes('--check')) {
  if (readFileSync('docs/problems.md', 'utf8') !== page) {
    console.error('docs/problems.md is old: npm run problems');
    process.exit(1);
  }
} else writeFileSync('docs/problems.md', page);
