import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { newPerson, newToken } from '../../../../test/harness/account-mails.js';
import { startApp, type TestApp } from '../../../../test/harness/app.js';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const between = (page: string, tag: string): string[] =>
  [...page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text]) => text ?? '');

describe('account pages', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ ROLE: 'web' })));
  afterAll(() => app.close());

  const open = (page: string) => app.anonymous.get(`//account/${page}`);

  it.each(['invitation', 'password', 'email'])('run only their own script: %s', async (name) => {
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
    // No inline code that the policy blocks, and no external files.
    expect(text).not.toMatch(/<script[^>]+|\son\w+=|style="|(src|href)=/);
  });

  it('are accessible without sight', async () => {
    const { text } = await open('password').expect(200);
    expect(text).toMatch(/<html lang="en">/);
    expect(text).toMatch(/role="status"/);
    const inputs = [...text.matchAll(/<input id="(\w+)"/g)].map(([, id]) => id);
    expect(inputs).toEqual(['username', 'password', 'again']);
    expect(text.match(/autocomplete="username"/g)).toHaveLength(1);
    for (const id of inputs) expect(text).toContain(`<label for="${id}">`);
    expect(text.match(/autocomplete="new-password"/g)).toHaveLength(2);
  });

  it('do not exist under other names', async () => {
    for (const name of ['nothing', 'constructor', '__proto__', '%3Cscript%3E'])
      expect((await open(name).expect(404)).text).toContain('Page not found');
  });

  it('are not in the API document', async () => {
    const { body } = await app.anonymous.get('//openapi.json');
    expect(
      Object.keys((body as { paths?: object }).paths ?? { '/api/v1/x': 1 }).filter((path) =>
        path.includes('/account/'),
      ),
    ).toEqual([]);
  });

  /** Stub of a DOM element with the members that the script uses. */
  const element = (attributes: Record<string, string> = {}) => ({
    textContent: '',
    className: '',
    hidden: false,
    href: '',
    value: '',
    disabled: false,
    name: '',
    focus: () => undefined,
    getAttribute: (name: string) => attributes[name] ?? '',
    hasAttribute: (name: string) => name in attributes,
  });
  type Element = ReturnType<typeof element>;

  /** Runs the script of a page, and submits the form after the check of the link. */
  async function run(name: string, hash: string, typed: Record<string, string> = {}) {
    const { text } = await open(name).expect(200);
    const fields = [...text.matchAll(/<input ([^>]*)>/g)].map(([, tag = '']) => {
      const attributes = Object.fromEntries(
        [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
      );
      return Object.assign(element(attributes), {
        name: attributes['name'] ?? '',
        value: typed[attributes['id'] ?? ''] ?? '',
      });
    });
    const formTag = /<form ([^>]*)>/.exec(text)?.[1] ?? '';
    const [link, button] = [element(), element()];
    const byId: Record<string, Element> = {
      status: element(),
      about: element(),
      rules: element(),
      next: Object.assign(element(/id="next"[^>]*data-next/.test(text) ? { 'data-next': '/' } : {}), {
        hidden: true,
        querySelector: () => link,
      }),
    };
    const calls: { url: string; body: unknown }[] = [];
    const replaced: string[] = [];
    const listeners: ((event: object) => void)[] = [];
    const form = {
      hidden: true,
      elements: fields,
      addEventListener: (_: string, listener: (event: object) => void) => listeners.push(listener),
      getAttribute: (of: string) => new RegExp(`${of}="([^"]*)"`).exec(formTag)?.[1] ?? '',
      querySelector: (selector: string) =>
        selector === 'button'
          ? button
          : (fields.find(
              (field) =>
                field.hasAttribute('data-again') === selector.includes('again') &&
                (!selector.includes('username') || field.getAttribute('autocomplete') === 'username') &&
                (!selector.includes('password') || field.getAttribute('type') === 'password'),
            ) ?? null),
    };
    let answered: Promise<unknown> = Promise.resolve();
    const fetch = (url: string, { body }: { body: string }) => {
      calls.push({ url, body: JSON.parse(body) });
      const answer = app.anonymous
        .post(url.replace('/api/v1', ''))
        .send(JSON.parse(body) as object)
        .then((got) => ({ ok: got.status < 300, status: got.status, json: () => Promise.resolve(got.body) }));
      answered = answer;
      return answer;
    };
    const settled = async () => {
      await answered;
      for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    runInNewContext(between(text, 'script')[0] ?? '', {
      document: { querySelector: () => form, getElementById: (id: string) => byId[id] },
      location: { hash, pathname: `/account/${name}` },
      history: { replaceState: (_: unknown, __: unknown, path: string) => replaced.push(path) },
      URLSearchParams,
      fetch,
      Array,
      JSON,
    });
    await settled();
    const username = fields.find((field) => field.getAttribute('autocomplete') === 'username');
    const shown = {
      isFormHidden: form.hidden,
      about: byId['about']?.textContent,
      status: byId['status']?.textContent,
      username: username?.value,
    };
    listeners.forEach((listener) => listener({ preventDefault: () => undefined }));
    await settled();
    return { form, byId, status: byId['status'], shown, calls, replaced, link };
  }
  const both = (text: string) => ({ password: text, again: text });

  it('send the token of the fragment as JSON and remove it from the address bar', async () => {
    const person = await newPerson(app);
    const token = await newToken(app, person, 'password_reset');
    const { calls, replaced, shown, byId, link, form } = await run(
      'password',
      `#token=${token}`,
      both('nine quiet rivers turn north'),
    );
    expect(replaced).toEqual(['/account/password']);
    expect(calls).toEqual([
      { url: '/api/v1/auth/links/check', body: { token } },
      { url: '/api/v1/auth/password/reset', body: { token, newPassword: 'nine quiet rivers turn north' } },
    ]);
    expect(shown).toEqual({
      isFormHidden: false,
      about: `The password is for ${person.email}.`,
      status: '',
      username: person.email,
    });
    // After success, the rules are hidden and the link to Kontor is visible.
    expect([form.hidden, byId['rules']?.hidden, byId['next']?.hidden, link.href]).toEqual([true, true, false, '/']);
    expect(byId['status']).toMatchObject({
      textContent: expect.stringContaining('You can sign in now.'),
      className: '',
    });
  });

  it('show user, address and errors as sentences', async () => {
    const person = await newPerson(app, { hasPassword: false });
    const token = await newToken(app, person, 'invitation', 72);
    await app.db.query(`update user_tokens set inviter = 'Grace <b>Hopper</b>' where user_id = $1`, [person.id]);
    const { shown, status, byId } = await run('invitation', `#token=${token}`, both('password1234567'));
    expect(shown).toMatchObject({
      about: `Grace <b>Hopper</b> has invited you to Kontor. You will sign in as ${person.email}.`,
      username: person.email,
    });
    expect(status).toMatchObject({ textContent: 'The password is a common password', className: 'bad' });
    expect(byId['next']?.hidden).toBe(true);
  });

  it.each(['invitation', 'password', 'email'])('show no form for an expired link: %s', async (name) => {
    const { shown, status } = await run(name, `#token=${'A'.repeat(43)}`);
    expect(shown).toMatchObject({
      isFormHidden: true,
      about: '',
      status: 'This link is no longer valid. Request a new link.',
    });
    expect(status).toMatchObject({ className: 'bad' });
  });

  it('confirm an address with one click', async () => {
    const person = await newPerson(app);
    const token = await newToken(app, { ...person, email: `new-${person.email}` }, 'email_verification', 24);
    const { shown, status } = await run('email', `#token=${token}`);
    expect(shown.about).toBe(`The address is new-${person.email}.`);
    expect(status?.textContent).toBe('Your e-mail address is confirmed.');
  });

  it('send nothing if the passwords differ or the link is broken', async () => {
    const token = await newToken(app, await newPerson(app, { hasPassword: false }), 'invitation', 72);
    const differing = await run('invitation', `#token=${token}`, {
      password: 'nine quiet rivers turn north',
      again: 'ten',
    });
    expect([differing.calls.map(({ url }) => url), differing.status?.textContent]).toEqual([
      ['/api/v1/auth/invitations/check'],
      'The two passwords are not the same.',
    ]);
    const broken = await run('email', '');
    expect([broken.calls, broken.form.hidden]).toEqual([[], true]);
  });
});
