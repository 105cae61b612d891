import { FakeMailServer } from '../../../test/fakes/fake-mail-server.js';
import { discordSays, fakeDiscord, fakeSlack, type FakeService } from '../../../test/fakes/fake-service.js';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import { Config } from '../../platform/config/index.js';
import { logging } from '../../platform/logging/index.js';
import type { NotificationChannelView } from './channels/channels.dto.js';
import type { NotificationDeliveryView } from './deliveries/deliveries.dto.js';
import { NotificationTiming, ServiceAddresses } from './index.js';

const webhookOf = (number: number): string =>
  `https://discord.com/api/webhooks/${200_000_000_000 + number}/canary-token-of-discord-${number}-0123456789`;

let t: TestApp;
let discord: FakeService;
let slack: FakeService;
let mail: FakeMailServer;
let timing: NotificationTiming;
let number = 0;

beforeAll(async () => {
  [discord, slack, mail] = await Promise.all([
    fakeDiscord().start(),
    fakeSlack().start(),
    new FakeMailServer().start(),
  ]);
  t = await startApp({ OUTBOUND_ALLOW: '127.0.0.1', SMTP_URL: mail.url });
  Object.assign(t.app.get(ServiceAddresses, { strict: false }).instead, { discord: discord.url, slack: slack.url });
  timing = t.app.get(NotificationTiming, { strict: false });
});
afterAll(async () => {
  await t.close();
  await Promise.all([discord.stop(), slack.stop(), mail.stop()]);
});
beforeEach(async () => {
  await t.db.query(`update notification_channels set deleted_at = now() where deleted_at is null`);
  for (const fake of [discord, slack, mail]) fake.reset();
  Object.assign(timing, new NotificationTiming(), { schedule: [0, 0.05, 0.05, 0.05] });
});

const channel = async (type: string, config: object, fields: object = {}): Promise<string> =>
  (
    (
      await t.admin
        .post('/notification-channels')
        .send({ name: `On ${type}`, type, config, events: ['lead.created'], ...fields })
        .expect(201)
    ).body as { id: string }
  ).id;
const onDiscord = (fields: object = {}) => channel('discord', { webhookUrl: webhookOf((number += 1)) }, fields);
const onSlack = (fields: object = {}) =>
  channel('slack', { webhookUrl: `https://hooks.slack.com/services/T1/B1/CanaryTokenOfSlack${(number += 1)}` }, fields);
const lead = async (fields: object = {}): Promise<string> =>
  (
    (
      await t.admin
        .post('/leads')
        .send({ name: 'Ada Lovelace', email: 'ada@example.com', ...fields })
        .expect(201)
    ).body as { id: string }
  ).id;
const get = async (id: string): Promise<NotificationChannelView> =>
  (await t.admin.get(`/notification-channels/${id}`).expect(200)).body as NotificationChannelView;
const deliveries = async (id: string): Promise<NotificationDeliveryView[]> =>
  (
    (await t.admin.get(`/notification-channels/${id}/deliveries?sort=createdAt&limit=100`).expect(200)).body as {
      data: NotificationDeliveryView[];
    }
  ).data;

async function until<T>(inspect: () => Promise<T> | T, accepts: (value: T) => boolean): Promise<T> {
  for (const end = Date.now() + 12_000; ;) {
    const value = await inspect();
    if (accepts(value)) return value;
    if (Date.now() > end) throw new Error(`Still ${JSON.stringify(value)?.slice(0, 1_500)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
const settled = (id: string, count = 1) =>
  until(
    () => deliveries(id),
    (all) => all.length >= count && all.every(({ status }) => status !== 'pending'),
  );
const manyLeads = (count: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) => lead({ name: `Lead ${index}`, email: `l${index}@example.com` })),
  );
const textOf = (index: number): string => String(discord.received[index]?.body['content']);

describe('a burst', () => {
  it('of 40 leads becomes a few messages that contain every lead', async () => {
    Object.assign(timing, { burstWindow: 1.5 });
    const id = await onDiscord();
    await manyLeads(40);
    const all = await settled(id, 40);
    const sent = all.filter(({ status }) => status === 'sent');
    const suppressed = all.filter(({ status }) => status === 'suppressed');
    expect([all.length, sent.length + suppressed.length]).toEqual([40, 40]);
    expect(sent.length).toBe(discord.received.length);
    expect(sent.length).toBeLessThanOrEqual(7);
    const digests = sent.filter(({ collapsedCount }) => collapsedCount !== null);
    expect(digests.length).toBeGreaterThanOrEqual(1);
    for (const digest of digests)
      expect(suppressed.filter(({ digestId }) => digestId === digest.id)).toHaveLength(
        (digest.collapsedCount ?? 0) - 1,
      );
    expect(
      sent.length - digests.length + digests.reduce((sum, { collapsedCount }) => sum + (collapsedCount ?? 0), 0),
    ).toBe(40);
    const reported =
      discord.received.map((_, index) => textOf(index)).find((text) => text.includes('notifications')) ?? '';
    expect(reported).toMatch(/^\*\*\d+ notifications\*\*\n\d+ × lead\.created\n• New lead: Lead \d+/);
    expect(reported).toMatch(/… and \d+ more$/);
  });

  it('that cannot be sent becomes one digest later, without loss', async () => {
    Object.assign(timing, { schedule: [0, 1, 1, 1, 1, 1], burst: 2 });
    const id = await onDiscord();
    discord.answer({ status: 503 });
    await manyLeads(8);
    const all = await settled(id, 8);
    expect(all.filter(({ status }) => status === 'sent' || status === 'suppressed')).toHaveLength(8);
    const digests = all.filter(({ collapsedCount }) => collapsedCount !== null);
    for (const digest of digests)
      expect(all.filter(({ digestId }) => digestId === digest.id)).toHaveLength((digest.collapsedCount ?? 0) - 1);
    expect(
      digests.reduce((sum, { collapsedCount }) => sum + (collapsedCount ?? 0), 0) +
        all.filter(({ status, collapsedCount }) => status === 'sent' && collapsedCount === null).length,
    ).toBe(8);
    expect(digests.map(({ status }) => status)).toEqual(digests.map(() => 'sent'));
  });

  it('during an unsent digest is added to the digest', async () => {
    Object.assign(timing, { schedule: [0, 1.5, 1.5, 1.5], burst: 1, burstWindow: 0.2 });
    const id = await onDiscord();
    discord.answer({ status: 503 }, { status: 503 }, { status: 503 });
    await manyLeads(6);
    await until(
      () => discord.received.length,
      (count) => count >= 2,
    );
    await manyLeads(6);
    const all = await settled(id, 12);
    const suppressed = all.filter(({ status }) => status === 'suppressed');
    const sent = new Set(all.filter(({ status }) => status === 'sent').map((one) => one.id));
    expect(suppressed.length + sent.size).toBe(12);
    expect(suppressed.every(({ digestId }) => sent.has(digestId ?? ''))).toBe(true);
  });

  it('of five or fewer leads is not combined', async () => {
    const id = await onDiscord();
    for (let index = 0; index < 5; index += 1) await lead();
    expect((await settled(id, 5)).map(({ status, collapsedCount }) => [status, collapsedCount])).toEqual(
      Array(5).fill(['sent', null]),
    );
  });
});

describe('a delivery', () => {
  it('exists once, even if the event is dispatched twice', async () => {
    const id = await onDiscord();
    await lead();
    await settled(id);
    await t.db.query('update events set dispatched_at = null');
    await until(
      async () =>
        (await t.db.query<{ n: number }>('select count(*)::int as n from events where dispatched_at is null')).rows[0]
          ?.n,
      (n) => n === 0,
    );
    await until(
      async () => (await t.db.query(`select 1 from jobs where group_key = $1`, [`channel:${id}`])).rowCount,
      (count) => count === 0,
    );
    expect(await deliveries(id)).toHaveLength(1);
    expect(discord.received).toHaveLength(1);
  });

  it('is retried by the schedule, then fails, and can be sent again', async () => {
    const id = await onDiscord();
    discord.answer({ status: 500 }, { status: 0, drop: true }, { status: 503 }, { status: 502 });
    await lead();
    const [failed] = await settled(id);
    expect(failed).toMatchObject({
      status: 'failed',
      attempts: 4,
      errorCode: 'service-failed',
      detail: 'Discord answered 502:',
    });
    expect(await get(id)).toMatchObject({
      enabled: true,
      lastError: 'Discord answered 502:',
      failingSince: expect.any(String),
    });
    await t.admin.post(`/notification-deliveries/${failed?.id}/resend`).expect(200);
    expect(await settled(id)).toMatchObject([{ id: failed?.id, status: 'sent', trigger: 'manual', attempts: 1 }]);
    expect(await get(id)).toMatchObject({ failingSince: null, lastSentAt: expect.any(String) });
  });

  it('shows no hidden record, and is not sent again by users who cannot see the record', async () => {
    const id = await onDiscord();
    await lead();
    const [sent] = await settled(id);
    await t.admin
      .post('/roles')
      .send({
        name: 'desk',
        recordAccess: 'own',
        permissions: ['notification-channels:read', 'notification-channels:update', 'leads:read'],
      })
      .expect(201);
    const desk = await t.as('desk');
    expect((await desk.get(`/notification-deliveries/${sent?.id}`).expect(200)).body).toMatchObject({
      resourceType: 'leads',
      resourceId: null,
    });
    expect((await desk.get(`/notification-channels/${id}/deliveries`).expect(200)).body.data).toMatchObject([
      { id: sent?.id, resourceId: null },
    ]);
    expect((await desk.post(`/notification-deliveries/${sent?.id}/resend`).expect(403)).body.code).toBe(
      'events-need-all-records',
    );
  });

  it('is skipped while its channel is disabled', async () => {
    Object.assign(timing, { schedule: [0, 600] });
    const id = await onDiscord();
    discord.answer({ status: 500 });
    await lead();
    await until(
      () => deliveries(id),
      ([one]) => one?.attempts === 1,
    );
    await t.admin.post(`/notification-channels/${id}/disable`).expect(200);
    const [skipped] = await deliveries(id);
    expect(skipped).toMatchObject({ status: 'skipped', errorCode: 'channel-disabled' });
    expect((await t.admin.post(`/notification-deliveries/${skipped?.id}/resend`).expect(409)).body.code).toBe(
      'notification-channel-disabled',
    );
    expect((await t.db.query(`select 1 from jobs where kind = 'notification.send'`)).rowCount).toBe(0);
  });

  it('is skipped after a day', async () => {
    Object.assign(timing, { schedule: [0, 0.5], expiresAfter: 0.2 });
    const id = await onDiscord();
    discord.answer({ status: 500 });
    await lead();
    expect(await settled(id)).toMatchObject([{ status: 'failed', errorCode: 'stale', attempts: 1 }]);
  });

  it('of a hanging channel delays no other channel', async () => {
    const [bad, good] = [await onDiscord(), await onSlack()];
    discord.answer(discordSays.limited(30));
    await lead();
    expect(await settled(good)).toMatchObject([{ status: 'sent' }]);
    expect(await deliveries(bad)).toMatchObject([{ status: 'pending' }]);
  });
});

describe('a channel that fails for a day', () => {
  it('is disabled once, with an event for other channels', async () => {
    Object.assign(timing, { schedule: [0, 0.05, 0.05], failingFor: 0.01 });
    const [bad, other] = [await onDiscord(), await onSlack({ events: ['notification_channel.*'] })];
    discord.answer({ status: 500 }, { status: 500 }, { status: 500 });
    await lead();
    await until(
      () => get(bad),
      ({ enabled }) => !enabled,
    );
    expect(await get(bad)).toMatchObject({ disabledReason: 'failing' });
    await until(
      () => slack.received.map(({ body }) => String(body['text'])),
      (texts) =>
        texts.some((text) => text.includes('Notification channel disabled') && text.includes('Reason: failing')),
    );
    expect(
      (
        await t.db.query(`select 1 from events where type = 'notification_channel.disabled' and resource_id = $1`, [
          bad,
        ])
      ).rowCount,
    ).toBe(1);
    await t.admin.post(`/notification-channels/${bad}/enable`).expect(200);
    await t.admin.delete(`/notification-channels/${other}`).expect(204);
  });
});

describe('critical events', () => {
  afterEach(async () => void (await t.admin.put('/settings/admin_email').send({ value: null }).expect(200)));

  it('are mailed to the admin without a channel, once an hour per subject', async () => {
    await t.admin.put('/settings/admin_email').send({ value: 'boss@example.com' }).expect(200);
    const id = await onDiscord();
    for (let round = 0; round < 2; round += 1) {
      discord.answer(discordSays.gone);
      await lead();
      await until(
        () => get(id),
        ({ enabled }) => !enabled,
      );
      await until(
        async () => (await t.db.query(`select 1 from events where dispatched_at is null`)).rowCount,
        (count) => count === 0,
      );
      await t.admin.post(`/notification-channels/${id}/enable`).expect(200);
    }
    await until(
      () => mail.received.length,
      (count) => count > 0,
    );
    await until(
      async () => (await t.db.query(`select 1 from jobs where group_key = 'channel:admin'`)).rowCount,
      (count) => count === 0,
    );
    expect(mail.received.map(({ to }) => to)).toEqual([['boss@example.com']]);
    expect(mail.received[0]?.source).toContain('Notification channel disabled');
    const { rows } = await t.db.query<{ id: string }>(
      `select id from notification_deliveries where channel_id is null`,
    );
    expect((await t.admin.get(`/notification-deliveries/${rows[0]?.id}`).expect(200)).body).toMatchObject({
      channelId: null,
      trigger: 'system',
      status: 'sent',
    });
  });

  it('are not mailed if a channel receives them or a user caused them', async () => {
    await t.admin.put('/settings/admin_email').send({ value: 'boss@example.com' }).expect(200);
    const [bad, quiet] = [await onDiscord(), await onDiscord()];
    await t.admin.post(`/notification-channels/${quiet}/disable`).expect(200);
    await onSlack({ events: ['notification_channel.disabled'] });
    discord.answer(discordSays.gone);
    await lead();
    await until(
      () => get(bad),
      ({ enabled }) => !enabled,
    );
    await until(
      () => slack.received.length,
      (count) => count >= 1,
    );
    expect(mail.received).toHaveLength(0);
  });
});

describe('secrets', () => {
  it('secrets do not appear in errors and are masked in the log', async () => {
    const id = await onDiscord();
    const secret = webhookOf(number);
    const token = secret.split('/').at(-1) as string;
    discord.answer({ status: 400, body: { message: `Cannot send to ${secret} with ${token}` } });
    await lead();
    await settled(id);
    const texts = [
      JSON.stringify(await deliveries(id)),
      JSON.stringify(await get(id)),
      JSON.stringify((await t.db.query('select * from jobs union all select * from jobs')).rows),
      JSON.stringify((await t.db.query('select * from events')).rows),
    ];
    for (const text of texts) expect(text).not.toContain(token);
    const write = (
      logging(t.app.get(Config)).pinoHttp as unknown as { hooks: { streamWrite: (line: string) => string } }
    ).hooks.streamWrite;
    for (const line of [
      secret,
      `https://api.telegram.org/bot123456789:${token}/sendMessage`,
      `https://hooks.slack.com/services/T1/B1/${token.replaceAll('-', '')}`,
      `smtp://user:${token}@mail.example.com`,
    ]) {
      expect(write(line)).toContain('[redacted]');
      expect(write(line).replaceAll('-', '')).not.toContain(token.replaceAll('-', ''));
    }
  });
});
