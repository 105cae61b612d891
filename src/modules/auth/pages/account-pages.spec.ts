import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { startApp, type TestApp } from '../../../../test/harness/app.js';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const between = (page: string, tag: string): string[] =>
  [...page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text]) => text ?? '');

describe('the pages that links in mails lead to', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ ROLE: 'web' })));
  afterAll(() => app.close());

  const open = (page: string) => app.anonymous.get(`//account/${page}`);

  it.each(['invitation', 'password', 'email'])('run nothing but their own script: %s', async (name) => {
    const { headers, text } = await open(name).expect(200);
    const policy = headers['content-security-policy'] ?? '';
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(policy).toContain(`default-src 'none'`);
    for (const rule of [`connect-src 'self'`, `frame-ancestors 'none'`, `form-action 'none'`, `base-uri 'none'`])
      expect(policy).toContain(rule);
    expect(between(text, 'script').map(hashOf)).toEqual([/script-src ('sha256-[^']+')/.exec(policy)?.[1]]);
    expect(between(text, 'style').map(hashOf)).toEqual([/style-src ('sha256-[^']+')/.exec(policy)?.[1]]);
    expect(policy).not.toMatch(/unsafe|\*/);
    // Nothing that the policy would not let run, and nothing from elsewhere.
    expect(text).not.toMatch(/<script[^>]+|\son\w+=|style="|(src|href)=/);
  });

  it('can be used without seeing them', async () => {
    const { text } = await open('password').expect(200);
    expect(text).toMatch(/<html lang="en">/);
    expect(text).toMatch(/role="status"/);
    const inputs = [...text.matchAll(/<input id="(\w+)"/g)].map(([, id]) => id);
    expect(inputs).toEqual(['password', 'again']);
    for (const id of inputs) expect(text).toContain(`<label for="${id}">`);
    expect(text.match(/autocomplete="new-password"/g)).toHaveLength(2);
  });

  it('are not there under another name', async () => {
    for (const name of ['nothing', 'constructor', '__proto__', '%3Cscript%3E'])
      expect((await open(name).expect(404)).text).toContain('There is no page here');
  });

  it('are not in the document', async () => {
    const { body } = await app.anonymous.get('//openapi.json');
    expect(
      Object.keys((body as { paths?: object }).paths ?? { '/api/v1/x': 1 }).filter((path) =>
        path.includes('/account/'),
      ),
    ).toEqual([]);
  });

  /** As a browser would, as far as the script can tell. */
  async function run(name: string, hash: string, typed: string[]) {
    const { text } = await open(name).expect(200);
    const attribute = (of: string) => new RegExp(`${of}="([^"]*)"`).exec(text)?.[1] ?? '';
    const fields = [...text.matchAll(/<input [^>]*>/g)].map(([tag], at) => ({
      name: / name="(\w+)"/.exec(tag)?.[1] ?? '',
      value: typed[at] ?? '',
      hasAttribute: () => tag.includes('data-again'),
    }));
    const status = { textContent: '', className: '', focus: () => undefined };
    const button = { disabled: false };
    const calls: { url: string; body: unknown }[] = [];
    const replaced: string[] = [];
    const listeners: ((event: object) => void)[] = [];
    const form = {
      hidden: true,
      elements: fields,
      getAttribute: attribute,
      addEventListener: (_: string, listener: (event: object) => void) => listeners.push(listener),
      querySelector: (selector: string) =>
        selector === 'button'
          ? button
          : selector === '[data-again]'
            ? (fields.find((field) => field.hasAttribute()) ?? null)
            : (fields[0] ?? null),
    };
    const answered: Promise<unknown>[] = [];
    const fetch = (url: string, { body }: { body: string }) => {
      calls.push({ url, body: JSON.parse(body) });
      const answer = app.anonymous
        .post(url.replace('/api/v1', ''))
        .send(JSON.parse(body) as object)
        .then((got) => ({ ok: got.status < 300, json: () => Promise.resolve(got.body) }));
      answered.push(answer);
      return answer;
    };
    runInNewContext(between(text, 'script')[0] ?? '', {
      document: { querySelector: () => form, getElementById: () => status },
      location: { hash, pathname: `/account/${name}` },
      history: { replaceState: (_: unknown, __: unknown, path: string) => replaced.push(path) },
      URLSearchParams,
      fetch,
      Array,
      JSON,
    });
    listeners.forEach((listener) => listener({ preventDefault: () => undefined }));
    await Promise.all(answered);
    await new Promise((resolve) => setImmediate(resolve));
    return { form, status, calls, replaced, button };
  }

  it('send the token of the fragment as JSON, and take it out of the address bar', async () => {
    const { calls, replaced, status } = await run('password', `#token=${'A'.repeat(43)}`, [
      'nine quiet rivers turn north',
      'nine quiet rivers turn north',
    ]);
    expect(replaced).toEqual(['/account/password']);
    expect(calls).toEqual([
      {
        url: '/api/v1/auth/password/reset',
        body: { token: 'A'.repeat(43), newPassword: 'nine quiet rivers turn north' },
      },
    ]);
    expect(status).toMatchObject({
      textContent: 'This link is not valid any more. Ask for a new one.',
      className: 'bad',
    });
  });

  it('send nothing where the passwords differ or the link is broken', async () => {
    const differing = await run('invitation', '#token=abc', ['nine quiet rivers turn north', 'ten']);
    expect([differing.calls, differing.status.textContent]).toEqual([[], 'The two passwords are not the same.']);
    const broken = await run('email', '', []);
    expect([broken.calls, broken.form.hidden]).toEqual([[], true]);
  });
});
