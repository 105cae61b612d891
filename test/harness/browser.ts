import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
const root = new URL('../../../', import.meta.url);

const packageFolder = (): string => dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string }).version;

const fontsIn = (folder: string): string =>
  `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`;

/**
 * Returns the folder of Chromium and its libraries from the npm package, without a download. Unpacks to a temporary
 * folder and renames it, so that another process never sees a partial folder.
 */
async function unpackedChromium(): Promise<string> {
  const folder = join(tmpdir(), `kontor-chromium-${packageVersion()}-${userInfo().uid}`);
  if (existsSync(folder)) return folder;
  const staging = mkdtempSync(join(tmpdir(), 'kontor-chromium-'));
  const script = `import('@sparticuz/chromium').then(({ default: packaged }) => packaged.executablePath())`;
  // The variable makes the package unpack system libraries that may be missing.
  await promisify(execFile)(process.execPath, ['-e', script], {
    cwd: root,
    env: { PATH: process.env['PATH'], TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  writeFileSync(join(staging, 'fonts', 'fonts.conf'), fontsIn(join(folder, 'fonts')));
  try {
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function openPackaged(): Promise<Browser> {
  const folder = await unpackedChromium();
  const env = {
    ...process.env,
    HOME: folder,
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  } as Record<string, string>;
  return chromium.launch({ executablePath: join(folder, 'chromium'), args: ARGUMENTS, env });
}

/** Starts a headless browser: the version from npm, or the installed browser if that does not start. */
export async function openBrowser(): Promise<Browser> {
  try {
    return await openPackaged();
  } catch (error) {
    if (!existsSync(INSTALLED)) throw error;
    return chromium.launch({ executablePath: INSTALLED, args: ARGUMENTS });
  }
}
