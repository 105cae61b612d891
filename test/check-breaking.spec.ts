import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/check-breaking.js', import.meta.url));

const lead = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string' }, status: { type: 'string', enum: ['new', 'won'] } },
};
const documentOf = (request: object, answer: object, path = '/leads'): object => ({
  paths: {
    [path]: {
      post: {
        operationId: 'createLead',
        requestBody: { content: { 'application/json': { schema: request } } },
        responses: { 201: { content: { 'application/json': { schema: answer } } } },
      },
    },
  },
});

describe('the check for breaking changes of the API', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-breaking-'));
  const git = (...parameters: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...parameters], { cwd: folder });
  const write = (document: object): void => writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document));
  const check = (document: object): { status: number | null; output: string } => {
    write(document);
    const { status, stdout } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
    return { status, output: stdout };
  };

  beforeAll(() => {
    git('init', '-q');
    write(documentOf(lead, lead));
    git('add', '.');
    git('commit', '-qm', 'release');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('passes before the first release', () => {
    expect(check(documentOf(lead, lead))).toEqual({ status: 0, output: 'No release yet: nothing to compare with.\n' });
    git('tag', 'v0.1.0');
  });

  it('passes for additions', () => {
    const more = { ...lead, properties: { ...lead.properties, name: { type: 'string' } } };
    expect(check(documentOf(more, more))).toEqual({
      status: 0,
      output: 'No breaking changes since v0.1.0.\n',
    });
  });

  it.each([
    ['a removed path', documentOf(lead, lead, '/prospects'), 'POST /leads: is gone'],
    [
      'a property removed from responses',
      documentOf(lead, { ...lead, properties: { id: lead.properties.id } }),
      'POST /leads 201.status: is gone',
    ],
    [
      'a new required property',
      documentOf({ ...lead, required: ['id', 'status'] }, lead),
      'POST /leads request.status: is required now',
    ],
    [
      'a value removed from requests',
      documentOf({ ...lead, properties: { ...lead.properties, status: { type: 'string', enum: ['new'] } } }, lead),
      'POST /leads request.status: the value "won" is rejected now',
    ],
    [
      'a changed type',
      documentOf(lead, { ...lead, properties: { ...lead.properties, id: { type: 'integer' } } }),
      'POST /leads 201.id: type string became integer',
    ],
  ])('fails for %s', (_, document, line) => {
    expect(check(document)).toEqual({ status: 1, output: `1 breaking changes since v0.1.0:\n${line}\n` });
  });
});
