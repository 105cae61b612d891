import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { AccountMails, newPerson, newToken, tokenIn } from '../../test/harness/account-mails.js';
import { signIn } from '../../test/harness/app.js';
import { caller } from '../../test/harness/caller.js';
import { seriousFindings, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';
import { button, choose, confirmPassword, dialogOf, forgetConfirmation } from './harness/people.js';

const mails = new AccountMails();
const PASSWORD = 'seven slow boats pass the pier';
const SCALE = 4;
let ui: AdminUi;
beforeAll(async () => (ui = await startAdminUi({ SMTP_URL: await mails.start() })), 120_000);
afterAll(async () => {
  await ui.close();
  await mails.stop();
});

const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

/** Reads the QR code that the page draws, as an authenticator app does. */
async function readQr(page: Page): Promise<string> {
  const code = page.getByRole('img', { name: /^QR code/ });
  const size = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
  const path = (await code.locator('path').getAttribute('d')) ?? '';
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x} ${y}`));
  const width = size * SCALE;
  const data = new Uint8Array(width * width * 4).map((_, at) => {
    const [x, y] = [Math.floor(((at >> 2) % width) / SCALE), Math.floor((at >> 2) / width / SCALE)];
    return at % 4 === 3 || !dark.has(`${x} ${y}`) ? 255 : 0;
  });
  return decodeQR({ width, height: width, data });
}

async function setUpFactor(page: Page): Promise<string> {
  await button(page, 'Set up the second factor').click();
  const dialog = dialogOf(page, 'Set up the second factor');
  const secret = new URL(await readQr(page)).searchParams.get('secret') ?? '';
  await dialog.getByLabel('Authenticator code').fill(codeOf(secret));
  await dialog.getByRole('button', { name: 'Enable' }).click();
  await dialogOf(page, 'Your recovery codes').waitFor();
  return secret;
}

describe('the own profile', () => {
  it('changes name, language and time zone, and the UI follows', async () => {
    const person = await newPerson(ui.app, { role: 'viewer' });
    const page = await ui.open('/profile', { as: person });
    await page.getByLabel('First name').fill('Zoë');
    await choose(page, 'Language', 'Deutsch');
    await page.getByLabel('Time zone').fill('Tokyo');
    await page.getByRole('option', { name: 'Asia/Tokyo' }).click();
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await button(page, 'Save').click();
    expect((await sent).postDataJSON()).toEqual({ firstName: 'Zoë', locale: 'de', timezone: 'Asia/Tokyo' });
    await page.getByRole('heading', { name: 'Ihr Profil' }).waitFor();
    await takePicture(page, 'profile-german');
  });

  it('changes the e-mail address with a link, which the new address confirms', async () => {
    const person = await newPerson(ui.app, { role: 'viewer' });
    const newEmail = `new-${person.email}`;
    const page = await ui.open('/profile', { as: person });
    await button(page, 'Change the address').click();
    await dialogOf(page, 'Change the address').getByLabel('New e-mail address').fill(newEmail);
    await button(page, 'Send the link').click();
    await page.getByText(`A link was sent to ${newEmail}.`).waitFor();
    const token = tokenIn(await mails.next(newEmail));
    await page.goto(`${ui.url}/account/email#token=${token}`);
    await button(page, 'Confirm').click();
    await page.getByText('Your e-mail address is confirmed.').waitFor();
    await page.getByRole('link', { name: 'Continue to Kontor' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const { rows } = await ui.app.db.query('select email from users where id = $1', [person.id]);
    expect(rows).toEqual([{ email: newEmail }]);
  });
});

describe('the own password', () => {
  it('is changed, which ends the other sessions', async () => {
    const person = await newPerson(ui.app);
    const other = await signIn(ui.url, person);
    const page = await ui.open('/profile/security', { as: person });
    await button(page, 'Change the password').click();
    const dialog = dialogOf(page, 'Change the password');
    await dialog.getByLabel('Current password').fill('not the password');
    await dialog.getByLabel('New password', { exact: false }).first().fill(PASSWORD);
    await dialog.getByLabel('New password again').fill('something else');
    await dialog.getByText('The two passwords are not the same.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Change the password' }).isDisabled()).toBe(true);
    await dialog.getByLabel('New password again').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Change the password' }).click();
    await dialog.locator('.Mui-error, [role=alert]').first().waitFor();
    await takePicture(page, 'password-wrong');
    await dialog.getByLabel('Current password').fill(person.password);
    await dialog.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText(/Your password was changed/).waitFor();
    await signIn(ui.url, { ...person, password: PASSWORD });
    await other.get('/auth/me').expect(401);
  });

  it('is reset with the link of a mail, and the page leads back to the admin UI', async () => {
    const person = await newPerson(ui.app);
    const token = await newToken(ui.app, person, 'password_reset');
    const page = await ui.open('/', { as: null });
    await page.goto(`${ui.url}/account/password#token=${token}`);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Password again').fill(PASSWORD);
    await button(page, 'Set the password').click();
    await page.getByRole('link', { name: 'Continue to Kontor' }).click();
    await page.getByLabel('E-mail address').fill(person.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await button(page, 'Sign in').click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});

describe('the second factor', () => {
  it('is set up with the QR code, and its recovery codes are shown once', async () => {
    const person = await newPerson(ui.app);
    const page = await ui.open('/profile/security', { as: person });
    await button(page, 'Set up the second factor').click();
    const dialog = dialogOf(page, 'Set up the second factor');
    await dialog.getByLabel('Authenticator code').fill('000000');
    await takePicture(page, 'totp-setup');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Enable' }).click();
    await dialog.locator('.Mui-error').first().waitFor();
    const secret = new URL(await readQr(page)).searchParams.get('secret') ?? '';
    await button(page, 'I cannot scan the code').click();
    expect(await dialog.getByLabel('Secret to type into the app').inputValue()).toBe(secret);
    await dialog.getByLabel('Authenticator code').fill(codeOf(secret));
    await dialog.getByRole('button', { name: 'Enable' }).click();
    const codes = dialogOf(page, 'Your recovery codes');
    const shown = (await codes.getByLabel('Recovery codes', { exact: true }).inputValue()).split('\n');
    expect(shown).toHaveLength(10);
    await takePicture(page, 'recovery-codes');
    await button(page, 'I have stored the codes').click();
    await page.getByText('10 recovery codes are left.').waitFor();

    await button(page, 'Turn off the second factor').click();
    const off = dialogOf(page, 'Turn off the second factor');
    await off.getByLabel('Authenticator code or recovery code').fill(shown[0] ?? '');
    await off.getByRole('button', { name: 'Turn off the second factor' }).click();
    await page.getByText('The second factor is off.').waitFor();
    expect((await (await signIn(ui.url, person)).get('/auth/totp')).body.isEnabled).toBe(false);
  });

  it('that a role requires stands in place of every screen until it is set up', async () => {
    await ui.api
      .post('/roles')
      .send({ name: 'Guarded', permissions: ['leads:read'], requiresTotp: true })
      .expect(201);
    const person = await newPerson(ui.app, { role: 'Guarded' });
    const page = await ui.open('/leads', { as: person });
    await page.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
    await takePicture(page, 'totp-required');
    await setUpFactor(page);
    await button(page, 'I have stored the codes').click();
    await page.getByRole('heading', { name: 'Leads' }).waitFor();
  });
});

describe('sessions', () => {
  it('are ended one by one, or all others at once', async () => {
    const person = await newPerson(ui.app);
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => signIn(ui.url, person)));
    const page = await ui.open('/profile/sessions', { as: person });
    await page.getByText('This session').waitFor();
    const endings = page.getByRole('button', { name: /^End session:/ });
    expect(await endings.count()).toBe(3);
    await endings.first().click();
    await dialogOf(page, 'End session').getByRole('button', { name: 'End session' }).click();
    await page.getByText('1 session has ended.').waitFor();
    await takePicture(page, 'sessions');
    await button(page, 'End all other sessions').click();
    await dialogOf(page, 'End all other sessions').getByRole('button', { name: 'End all other sessions' }).click();
    await page.getByText('2 sessions have ended.').waitFor();
    expect(await endings.count()).toBe(0);
    for (const session of [first, second, third]) await session?.get('/auth/me').expect(401);
  });
});

describe('own API keys', () => {
  const using = (key: string) => caller(`${ui.url}/api/v1`, { 'X-API-Key': key });
  const secretIn = (page: Page) =>
    page.getByRole('dialog', { name: /^The key/ }).getByLabel('API key', { exact: true });

  it('are created after the password was confirmed, shown once, rotated and revoked', async () => {
    const person = await newPerson(ui.app, { role: 'admin' });
    const page = await ui.open('/profile/api-keys', { as: person });
    await page.getByText('No API keys').waitFor();
    await forgetConfirmation(ui, page);
    await button(page, 'New API key').click();
    const dialog = dialogOf(page, 'New API key');
    await dialog.getByLabel('Name').fill('Website');
    expect(await dialog.getByRole('button', { name: 'New API key' }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: 'leads:read' }).check();
    await takePicture(page, 'api-key-create');
    await dialog.getByRole('button', { name: 'New API key' }).click();
    await confirmPassword(page);
    const key = await secretIn(page).inputValue();
    await takePicture(page, 'api-key-created');
    await using(key).get('/leads?limit=1').expect(200);
    await using(key).get('/deals?limit=1').expect(403);
    await button(page, 'I have stored the key').click();
    expect(await page.content()).not.toContain(key);

    await page.getByRole('button', { name: /^Rotate the key/ }).click();
    await choose(page, 'The current secret stays valid for', '0 hours');
    await dialogOf(page, /^Rotate the key/)
      .getByRole('button', { name: 'Rotate' })
      .click();
    const rotated = await secretIn(page).inputValue();
    await using(rotated).get('/leads?limit=1').expect(200);
    await button(page, 'I have stored the key').click();
    await page.getByRole('button', { name: /^Revoke the key/ }).click();
    await dialogOf(page, /^Revoke the key/)
      .getByRole('button', { name: 'Revoke' })
      .click();
    await page.getByText('No API keys').waitFor();
    await page.getByRole('switch', { name: 'Revoked keys' }).check();
    await page.getByText('Revoked', { exact: true }).waitFor();
    await using(rotated).get('/leads?limit=1').expect(401);
  });

  it('are only those of the person, also for a person who manages the keys of all', async () => {
    const other = await newPerson(ui.app, { role: 'admin' });
    const session = await signIn(ui.url, other);
    await session
      .post('/api-keys')
      .send({ name: 'Key of somebody else', scopes: ['leads:read'] })
      .expect(201);
    const page = await ui.open('/profile/api-keys', { as: await newPerson(ui.app, { role: 'admin' }) });
    await page.getByText('No API keys').waitFor();
    expect(await page.getByText('Key of somebody else').count()).toBe(0);
  });
});

describe('the own security log', () => {
  it('lists sign-ins', async () => {
    const page = await ui.open('/profile/log', { as: await newPerson(ui.app) });
    await page.getByText('Signed in', { exact: true }).waitFor();
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
