import { readFileSync } from 'node:fs';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const compose = read('docker-compose.yml').replace(/^\s*#.*$/gm, '');
const documented = new Set([...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));

const app = /^ {2}app:\n([\s\S]*?)^ {2}\w+:\n/m.exec(compose)?.[1] ?? '';
const environment = new Map(
  [...(/^ {4}environment:\n((?: {6}.*\n|\n)*)/m.exec(app)?.[1] ?? '').matchAll(/^ {6}([A-Z_]+): (.*)$/gm)].map(
    ([, name = '', value = '']) => [name, value],
  ),
);
/** Variables that the container sets itself, independent of .env. */
const OF_THE_CONTAINER = ['NODE_ENV', 'HOST', 'PORT', 'DATA_DIR'];

describe('docker-compose.yml', () => {
  it('passes all documented variables, because the application reads .env', () => {
    expect(app).toMatch(/^ {4}env_file: \.env$/m);
    const overridden = [...environment].filter(([name]) => !OF_THE_CONTAINER.includes(name));
    expect(overridden.length).toBeGreaterThan(0);
    // A value of .env has priority over every default.
    expect(overridden.filter(([name, value]) => !value.startsWith(`\${${name}:`))).toEqual([]);
  });

  it('reads only variables of .env.example', () => {
    const used = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !documented.has(name))).toEqual([]);
  });

  it('contains no password and no key', () => {
    const secrets = [...compose.matchAll(/\$\{([A-Z_]*(?:PASSWORD|KEY|SECRET|TOKEN)[A-Z_]*)(.{0,2})/g)];
    expect(secrets.length).toBeGreaterThanOrEqual(4);
    expect(secrets.filter(([, , rule]) => rule !== ':?').map(([text]) => text)).toEqual([]);
    expect(compose).not.toMatch(/^\s*\w*(PASSWORD|KEY|SECRET|TOKEN)\w*: [^$\s]/m);
  });

  it('pins its images and opens ports only on this machine', () => {
    const images = [...compose.matchAll(/image: (\S+)/g)].map(([, image = '']) => image);
    expect(images.filter((image) => !/:v?\d/.test(image))).toEqual([]);
    const ports = [...compose.matchAll(/ports: \[(.*)\]/g)].flatMap(([, list = '']) => list.split(', '));
    expect(ports.length).toBeGreaterThanOrEqual(2);
    expect(ports.filter((port) => !/^["']127\.0\.0\.1:/.test(port))).toEqual([]);
  });

  it('marks the mail catcher, which shows every password link, as a development tool', () => {
    expect(read('docker-compose.yml')).toMatch(/^ {2}# For development only: .*\n {2}mailpit:$/m);
  });

  it('starts with the .env of README.md, whose secrets are valid in a URL', () => {
    const line = /\(umask 077; printf '([^']+)'[\s\S]*?> \.env\)/.exec(read('README.md'))?.[0] ?? '';
    const needed = [...new Set([...compose.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name))];
    expect(needed.filter((name) => !line.includes(`${name}=%s`))).toEqual([]);
    expect(line.match(/openssl rand -hex \d+/g)).toHaveLength(needed.length);
    expect(line).not.toContain('base64');
  });
});
