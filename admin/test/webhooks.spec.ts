import type { NotificationChannelView } from '../../src/modules/notifications/channels/channels.dto.js';
import type { NewWebhookView, WebhookView } from '../../src/modules/webhooks/webhooks.dto.js';
import { newPerson } from '../../test/harness/account-mails.js';
import { startReceiver, until, type Receiver } from '../../test/harness/receiver.js';
import { seriousFindings, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';
import { button, choose, dialogOf } from './harness/people.js';

let ui: AdminUi;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  ui = await startAdminUi({ OUTBOUND_ALLOW: '127.0.0.1' });
}, 120_000);
beforeEach(() => {
  receiver.requests.length = 0;
  receiver.respond = (response) => void response.writeHead(204).end();
});
afterAll(async () => {
  await ui.close();
  receiver.close();
});

const create = async (fields: object = {}): Promise<NewWebhookView> => {
  const body = { name: 'Sales board', url: receiver.url, events: ['lead.*'], ...fields };
  return (await ui.api.post('/webhooks').send(body).expect(201)).body as NewWebhookView;
};
const stored = async (id: string): Promise<WebhookView> => (await ui.api.get(`/webhooks/${id}`)).body as WebhookView;
const settingsOf = (id: string): string => `/settings/webhooks/${id}?tab=settings`;

describe('a webhook', () => {
  it('is created with events, headers and a condition, and its secret is shown once', async () => {
    const page = await ui.open('/settings/webhooks');
    await button(page, 'New webhook').first().click();
    const dialog = dialogOf(page, 'New webhook');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('بوابة <b>Hooks</b> 🚀');
    await dialog.getByLabel('Address').fill(`${receiver.url}#part`);
    await dialog.getByLabel('Events').fill('lead was');
    await takePicture(page, 'webhook-events');
    await dialog.getByLabel('Events').fill('lead.cre');
    await page.getByRole('option', { name: /^lead\.created/ }).click();
    await page.keyboard.press('Escape');
    await button(page, 'Add a header').click();
    await dialog.getByLabel('Header', { exact: true }).fill('X-Team');
    await dialog.getByLabel('Value', { exact: true }).fill('north');
    await button(page, 'Create the webhook').click();
    await dialog.getByText('url must', { exact: false }).waitFor();
    await takePicture(page, 'webhook-rejected');
    await dialog.getByLabel('Address').fill(receiver.url);
    await button(page, 'Create the webhook').click();
    const secret = dialogOf(page, /Signing secret of/);
    const shown = await secret.getByLabel('Signing secret').inputValue();
    await takePicture(page, 'webhook-secret');
    await button(page, 'I have stored the secret').click();
    await page.getByRole('heading', { name: 'بوابة <b>Hooks</b> 🚀' }).waitFor();
    const { rows } = await ui.app.db.query<{ id: string }>('select id from webhooks');
    const webhook = await stored(rows[0]?.id ?? '');
    expect(shown).toMatch(/^whsec_/);
    expect(webhook).toMatchObject({ events: ['lead.created'], isOrdered: false });
    expect(webhook.headers.map(({ name }) => name)).toEqual(['x-team']);
    expect(await page.getByText(shown).count()).toBe(0);
  });

  it('shows the request, the response and the cause of a failed attempt, and is sent again', async () => {
    const { id } = await create({ name: 'Fails first' });
    receiver.respond = (response) => void response.writeHead(500).end('the shelf is full');
    const page = await ui.open(`/settings/webhooks/${id}`);
    await button(page, 'Send a test').click();
    const dialog = dialogOf(page, /^Delivery of/);
    await dialog.getByText('the shelf is full').waitFor();
    await dialog.getByText('HTTP 500').first().waitFor();
    await takePicture(page, 'webhook-delivery-failed');
    expect(await seriousFindings(page)).toEqual([]);
    receiver.respond = (response) => void response.writeHead(200).end('thank you');
    await button(page, 'Send again').click();
    await dialog.getByText('thank you').waitFor();
    await dialog.getByText('Delivered').waitFor();
    await takePicture(page, 'webhook-delivery-resent');
    expect(receiver.requests).toHaveLength(2);
  });

  it('names the cause if there is no response', async () => {
    const { id } = await create({ url: 'http://127.0.0.1:9/hook' });
    const page = await ui.open(`/settings/webhooks/${id}`);
    await button(page, 'Send a test').click();
    await dialogOf(page, /^Delivery of/)
      .getByText('The connection was refused')
      .first()
      .waitFor();
    await takePicture(page, 'webhook-refused');
  });

  it('sends only what was changed, and removes a header without showing its value', async () => {
    const { id } = await create({ headers: { 'x-old': 'secret-value-1', 'x-keep': 'secret-value-2' } });
    const page = await ui.open(settingsOf(id));
    await page.getByLabel('Description').fill('For the north');
    await button(page, 'Remove the header x-old').click();
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await button(page, 'Save').click();
    const request = await sent;
    expect(request.postDataJSON()).toEqual({ description: 'For the north', headers: { 'x-old': null } });
    expect(request.headers()['if-match']).toBe('"1"');
    await page.getByText('Saved', { exact: true }).waitFor();
    expect((await stored(id)).headers.map(({ name }) => name)).toEqual(['x-keep']);
    expect(await page.content()).not.toContain('secret-value');
  });

  it('shows both values of a conflict and keeps the typed text', async () => {
    const { id } = await create();
    const page = await ui.open(settingsOf(id));
    await page.getByLabel('Name').fill('Mine');
    await ui.api.patch(`/webhooks/${id}`).send({ name: 'Theirs' }).expect(200);
    await button(page, 'Save').click();
    const dialog = dialogOf(page, 'Somebody changed this record');
    await dialog.getByRole('cell', { name: 'Mine' }).waitFor();
    await dialog.getByRole('cell', { name: 'Theirs' }).waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Mine');
    await dialog.getByRole('button', { name: 'Save my value' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await stored(id)).name).toBe('Mine');
  });

  it('asks before another tab takes typed text away', async () => {
    const { id } = await create();
    const page = await ui.open(settingsOf(id));
    await page.getByLabel('Name').fill('Typed');
    await page.getByRole('tab', { name: 'History' }).click();
    await dialogOf(page, 'Leave without saving?').getByRole('button', { name: 'Stay' }).click();
    expect(await page.getByLabel('Name').inputValue()).toBe('Typed');
  });

  it('is filtered with the conditions of its record type', async () => {
    const { id } = await create({ filter: { field: 'status', op: 'eq', value: 'new' } });
    const page = await ui.open(settingsOf(id));
    await button(page, '1 condition').click();
    const dialog = dialogOf(page, 'Filter');
    const chosen = () => dialog.getByRole('combobox', { name: 'Field' }).inputValue();
    await until(async () => (await chosen()) === 'Status');
    await takePicture(page, 'webhook-filter');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await button(page, 'Remove the conditions').click();
    await button(page, 'Save').click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect((await stored(id)).filter).toBeNull();
  });

  it('is disabled and enabled, and recovers the skipped deliveries of a period', async () => {
    const { id } = await create({ events: ['company.created'] });
    const page = await ui.open(`/settings/webhooks/${id}`);
    await button(page, 'Disable').dblclick();
    await page.getByText('The webhook is disabled', { exact: true }).waitFor();
    expect(await stored(id)).toMatchObject({ enabled: false, version: 2 });
    await ui.api.post('/companies').send({ name: 'Skipped at first' }).expect(201);
    await page.getByRole('cell', { name: 'Skipped' }).waitFor();
    await takePicture(page, 'webhook-disabled');
    await button(page, 'Enable').click();
    await page.getByText('The webhook is enabled', { exact: true }).waitFor();
    await button(page, 'More actions').click();
    await page.getByRole('menuitem', { name: 'Recover missed deliveries …' }).click();
    await dialogOf(page, 'Recover missed deliveries').getByLabel('From').fill('2020-01-01T00:00');
    await takePicture(page, 'webhook-recover');
    await dialogOf(page, 'Recover missed deliveries').getByRole('button', { name: 'Send again' }).click();
    await page.getByRole('cell', { name: 'Delivered' }).waitFor();
    expect(receiver.requests[0]?.body).toContain('Skipped at first');
  });

  it('gets a new secret while the old secret still signs', async () => {
    const { id } = await create();
    const page = await ui.open(`/settings/webhooks/${id}`);
    await button(page, 'More actions').click();
    await page.getByRole('menuitem', { name: 'New secret …' }).click();
    await button(page, 'Create a new secret').click();
    const shown = await dialogOf(page, /Signing secret of/)
      .getByLabel('Signing secret')
      .inputValue();
    await button(page, 'I have stored the secret').click();
    await page.getByText('requests are signed with the old and the new secret', { exact: false }).waitFor();
    expect([shown.startsWith('whsec_'), (await stored(id)).secret.last4 === shown.slice(-4)]).toEqual([true, true]);
  });

  it('is deleted and restored', async () => {
    const { id } = await create({ name: 'Away and back' });
    const page = await ui.open(`/settings/webhooks/${id}`);
    await button(page, 'More actions').click();
    await page.getByRole('menuitem', { name: 'Delete …' }).click();
    await dialogOf(page, /Delete the webhook/)
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.getByText('The webhook is deleted').waitFor();
    await choose(page, 'State', 'Deleted');
    await page.getByRole('link', { name: 'Away and back' }).click();
    await button(page, 'Restore').click();
    await button(page, 'Send a test').waitFor();
    expect(await stored(id)).toMatchObject({ deletedAt: null });
  });

  it('offers a person who may only read no button that changes it', async () => {
    const { id } = await create();
    const { body } = await ui.api.post('/roles').send({ name: 'Webhook reader', permissions: ['webhooks:read'] });
    const reader = await newPerson(ui.app, { role: (body as { name: string }).name });
    const page = await ui.open(settingsOf(id), { as: reader });
    await page.getByLabel('Name').waitFor();
    expect(await page.getByLabel('Name').isDisabled()).toBe(true);
    for (const name of ['Send a test', 'Disable', 'More actions', 'Save'])
      expect(await button(page, name).count()).toBe(0);
  });
});

describe('a notification channel', () => {
  const channels = async (): Promise<NotificationChannelView[]> =>
    ((await ui.api.get('/notification-channels')).body as { data: NotificationChannelView[] }).data;

  it('is created for a service, tested with the reason of the failure, and its secret can only be replaced', async () => {
    const page = await ui.open('/settings/notification-channels');
    await button(page, 'New channel').first().click();
    const dialog = dialogOf(page, 'New channel');
    await choose(page, 'Service', 'Slack');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Sales in Slack');
    await dialog
      .getByLabel('Webhook address of the service')
      .fill('https://hooks.slack.com/services/T1/B1/abcdefgh6789');
    await dialog.getByLabel('Events').fill('lead.cre');
    await page.getByRole('option', { name: /^lead\.created/ }).click();
    await page.keyboard.press('Escape');
    await dialog.getByLabel('Text of the message').fill('New: ');
    await button(page, '{{object.name}}').click();
    await takePicture(page, 'channel-create');
    await button(page, 'Create the channel').click();
    await page.getByRole('heading', { name: 'Sales in Slack' }).waitFor();
    const [channel] = await channels();
    expect(channel).toMatchObject({ type: 'slack', template: 'New: {{object.name}}' });
    await page.getByText('Stored: …6789', { exact: false }).waitFor();
    await takePicture(page, 'channel-page');
    await button(page, 'Send a test').click();
    const test = dialogOf(page, 'Test message');
    await test.getByText('Failed').or(test.getByText('Pending')).first().waitFor();
    await takePicture(page, 'channel-test');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('sends only the changed recipients of an e-mail channel', async () => {
    const config = { to: ['a@example.com'], replyTo: 'desk@example.com' };
    const { body } = await ui.api
      .post('/notification-channels')
      .send({ name: 'Mail', type: 'email', config, events: ['lead.created'] })
      .expect(201);
    const { id } = body as NotificationChannelView;
    const page = await ui.open(`/settings/notification-channels/${id}`);
    await page.getByLabel('Recipients').fill('b@example.com');
    await page.keyboard.press('Enter');
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await button(page, 'Save').click();
    expect((await sent).postDataJSON()).toEqual({ config: { to: ['a@example.com', 'b@example.com'] } });
    await page.getByText('Saved', { exact: true }).waitFor();
    await button(page, 'Disable').click();
    await until(async () => (await channels()).some((one) => one.id === id && !one.enabled));
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
