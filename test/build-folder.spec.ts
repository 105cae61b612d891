import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const SOURCES = {
  'src/places/place.dto.ts': `export class PlaceDto {
  /** The name. */
  name: string;
}
`,
  'src/people/person.dto.ts': `import { PlaceDto } from '../places/place.dto.js';
export class PersonDto {
  work: PlaceDto;
  places?: PlaceDto[];
}
`,
};

/** Creates a small project in a folder with the build settings of this repository. */
function projectIn(folder: string): void {
  for (const [path, text] of Object.entries(SOURCES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const path of ['nest-cli.json', 'tsconfig.json', 'scripts/openapi-plugin.cjs'])
    cpSync(join(root, path), join(folder, path));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
}

describe('the build', () => {
  const parent = mkdtempSync(join(tmpdir(), 'kontor-build-'));
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  it('works in a folder with an umlaut and a blank in its name', () => {
    const folder = join(parent, 'Mein Büro ä b');
    projectIn(folder);
    execFileSync(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build'], { cwd: folder, stdio: 'pipe' });
    const output = readFileSync(join(folder, 'dist', 'src', 'people', 'person.dto.js'), 'utf8');
    const imports = [...output.matchAll(/from ["']([^"']+)["']/g)].map(([, path]) => path);
    expect(new Set(imports)).toEqual(new Set(['../places/place.dto.js', '@nestjs/swagger']));
    expect(output).toContain('type: () => [openapi_import_1.PlaceDto]');
    expect(output).not.toContain('u00');
  });
});
