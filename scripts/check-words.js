// Rejects the words of words.json in identifiers and file names, and an exported name with two meanings in src. The
// checks of the API document cover the names in openapi.json, so these are allowed here.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const ts = createRequire(import.meta.url)('typescript');
const ROOTS = ['src', 'test', 'bench', 'scripts', 'sdk/src'];
const GENERATED = /^sdk\/src\/(generated\/|models\.ts$|resources\.ts$|event-data\.ts$)/;

/** `sealedColumns`, `SEALED_COLUMNS` and `sealed-columns` have the same two words. */
export const wordsOf = (name) => (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());

export function declaredNames(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const names = [];
  const collect = (node) => {
    const isKey = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
    const isImport = ts.isImportSpecifier(node) || ts.isExportSpecifier(node) || ts.isImportClause(node);
    const isUse = ts.isPropertyAccessExpression(node) || ts.isMetaProperty(node) || ts.isQualifiedName(node);
    if (!isKey && !isImport && !isUse && node.name && ts.isIdentifier(node.name)) {
      const line = source.getLineAndCharacterOfPosition(node.name.getStart()).line + 1;
      names.push({ name: node.name.text, line, isExported: isExported(node) });
    }
    ts.forEachChild(node, collect);
  };
  collect(source);
  return names;
}

function isExported(node) {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  if (!statement.parent || !ts.isSourceFile(statement.parent) || !ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** Returns the first rule that a name breaks, as a sentence. */
export function mistakeIn(name, path, rules) {
  const isAllowed = (word) =>
    rules.exceptions.some(
      (one) =>
        (one.word === undefined || one.word === word) &&
        (one.name === undefined || one.name === name) &&
        (one.path === undefined || new RegExp(one.path).test(path)),
    );
  if (Object.hasOwn(rules.names, name) && !isAllowed(name)) return `${name}: write ${rules.names[name]}`;
  const word = wordsOf(name).find((one) => Object.hasOwn(rules.words, one) && !isAllowed(one));
  return word && `${name}: "${word}" is an old word, write ${rules.words[word]}`;
}

function namesOfApi() {
  const names = new Set();
  const collect = (node) => {
    if (!node || typeof node !== 'object') return;
    for (const [key, value] of Object.entries(node)) {
      if ((key === 'properties' || key === 'schemas') && value) for (const name of Object.keys(value)) names.add(name);
      if ((key === 'name' && 'in' in node) || key === 'operationId') names.add(value);
      collect(value);
    }
  };
  collect(JSON.parse(readFileSync('openapi.json', 'utf8')));
  return names;
}

function check() {
  const rules = JSON.parse(readFileSync(new URL('words.json', import.meta.url), 'utf8'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...ROOTS]);
  const paths = listed
    .toString()
    .split('\0')
    .filter((path) => path && !GENERATED.test(path));
  const api = namesOfApi();
  const mistakes = [];
  const places = new Map();
  for (const path of new Set(paths)) {
    const mistake = mistakeIn(path.replace(/\.\w+$/, ''), path, { ...rules, names: {} });
    if (mistake) mistakes.push(`${path}: ${mistake.slice(mistake.indexOf('"'))}`);
    if (!/\.(ts|js|mjs|cjs)$/.test(path)) continue;
    for (const { name, line, isExported: exported } of declaredNames(path, readFileSync(path, 'utf8'))) {
      const wrong = api.has(name) ? undefined : mistakeIn(name, path, rules);
      if (wrong) mistakes.push(`${path}:${line}: ${wrong}`);
      if (exported && path.startsWith('src/')) places.set(name, (places.get(name) ?? new Set()).add(path));
    }
  }
  for (const [name, files] of places) {
    if (files.size > 1 && !rules.sameName.some((one) => one.name === name)) {
      mistakes.push(`${name} is exported with two meanings: ${[...files].join(', ')}`);
    }
  }
  if (mistakes.length === 0) return;
  console.error([...new Set(mistakes)].join('\n'));
  console.error(`\n${new Set(mistakes).size} names use old words; docs/glossary.md has the terms.`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) check();
