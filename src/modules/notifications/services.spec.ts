import { FakeMailServer } from '../../../test/fakes/fake-mail-server.js';
import {
  discordSays,
  fakeDiscord,
  fakeSlack,
  fakeTelegram,
  slackSays,
  telegramSays,
  type Canned,
  type FakeService,
} from '../../../test/fakes/fake-service.js';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { NotificationChannelView } from './channels/channels.dto.js';
import type { NotificationDeliveryView } from './deliveries/deliveries.dto.js';
import { NotificationTiming, ServiceAddresses } from './index.js';

const webhookOf = (number: number): string =>
  `https://discord.com/api/webhooks/${100_000_000_000 + number}/canary-token-of-discord-${number}-0123456789`;
const slackOf = (number: number): string =>
  `https://hooks.slack.com/services/T${number}/B${number}/CanaryTokenOfSlack${number}`;
const TOKEN = '123456789:canary-token-of-telegram-0123456789';

let t: TestApp;
let discord: FakeService;
let telegram: FakeService;
let slack: FakeService;
let mail: FakeMailServer;
let timing: NotificationTiming;
let number = 0;

beforeAll(async () => {
  [discord, telegram, slack, mail] = await Promise.all([
    fakeDiscord().start(),
    fakeTelegram().start(),
    fakeSlack().start(),
    new FakeMailServer().start(),
  ]);
  t = await startApp({
    OUTBOUND_ALLOW: '127.0.0.1',
    SMTP_URL: mail.url,
    MAIL_FROM: 'Kontor <crm@example.com>',
    PUBLIC_URL: 'https://crm.example.com',
  });
  Object.assign(t.app.get(ServiceAddresses, { strict: false }).instead, {
    discord: discord.url,
    telegram: telegram.url,
    slack: slack.url,
  });
  timing = t.app.get(NotificationTiming, { strict: false });
});
afterAll(async () => {
  await t.close();
  await Promise.all([discord.stop(), telegram.stop(), slack.stop(), mail.stop()]);
});
beforeEach(async () => {
  await t.db.query(`update notification_channels set deleted_at = now() where deleted_at is null`);
  for (const fake of [discord, telegram, slack, mail]) fake.reset();
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
const onSlack = (fields: object = {}) => channel('slack', { webhookUrl: slackOf((number += 1)) }, fields);
const onTelegram = (fields: object = {}) =>
  channel('telegram', { botToken: TOKEN, chatId: `-${(number += 1)}` }, fields);
const byMail = (fields: object = {}) =>
  channel('email', { to: ['sales@example.com', 'boss@example.com'], replyTo: 'desk@example.com' }, fields);
const lead = async (fields: object = {}): Promise<string> =>
  (
    (
      await t.admin
        .post('/leads')
        .send({ name: 'Ada Lovelace', email: 'ada@example.com', company: 'Engines', source: 'website', ...fields })
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
const test = async (id: string): Promise<NotificationDeliveryView> =>
  (await t.admin.post(`/notification-channels/${id}/test`).expect(200)).body as NotificationDeliveryView;

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
const textOf = (fake: FakeService, index = 0): string =>
  String(fake.received[index]?.body['content'] ?? fake.received[index]?.body['text']);

describe('a new lead', () => {
  it('is sent to Discord, Telegram, Slack and e-mail with name, company, e-mail, source and score', async () => {
    const channels = await Promise.all([onDiscord(), onTelegram(), onSlack(), byMail()]);
    const id = await lead();
    const all = (await Promise.all(channels.map((one) => settled(one)))).flat();
    expect(all.map(({ status, attempts, event, resourceId }) => [status, attempts, event, resourceId])).toEqual(
      Array(4).fill(['sent', 1, 'lead.created', id]),
    );
    expect(discord.received[0]?.body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(discord.received[0]?.path).toContain('?wait=true');
    expect(textOf(discord)).toMatch(
      /^\*\*New lead\*\*\nName: Ada Lovelace\nCompany: Engines\nE\\-mail: ada@example\.com\nSource: website\nScore: \d+/,
    );
    expect(textOf(telegram)).toMatch(/^<b>New lead<\/b>\nName: Ada Lovelace/);
    expect(textOf(slack)).toMatch(/^\*New lead\*\nName: Ada Lovelace/);
    for (const text of [textOf(discord), textOf(telegram), textOf(slack), mail.received[0]?.source])
      expect(text).toContain(`https://crm.example.com/api/v1/leads/${id}`);
    expect(mail.received[0]).toMatchObject({ from: 'crm@example.com', to: ['sales@example.com', 'boss@example.com'] });
    expect(mail.received[0]?.source).toMatch(/Subject: New lead: Ada Lovelace \(Engines\)/);
    expect(mail.received[0]?.source).toMatch(/Reply-To: desk@example\.com/);
    const [ofDiscord, ofTelegram, ofSlack, ofMail] = await Promise.all(
      channels.map(async (one) => (await deliveries(one))[0]?.providerMessageId),
    );
    expect([ofDiscord, ofTelegram, ofSlack]).toEqual([
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^\d+$/),
      null,
    ]);
    expect(mail.received[0]?.source).toContain(`Message-ID: ${ofMail}`);
    expect((await get(channels[0] as string)).lastSentAt).not.toBeNull();
  });

  it('is sent only to channels whose events and filter match', async () => {
    const [all, kind, other, rich, off] = await Promise.all([
      onDiscord({ events: ['*'] }),
      onDiscord({ events: ['lead.*'] }),
      onDiscord({ events: ['activity.*'] }),
      onDiscord({ filter: { field: 'company', op: 'eq', value: 'Rich' } }),
      onDiscord({ enabled: false }),
    ]);
    const patch = await lead({ company: 'Rich' });
    await lead({ company: 'Poor' });
    await until(
      () => deliveries(kind),
      (found) => found.length === 2,
    );
    await settled(rich);
    expect((await deliveries(rich)).map(({ resourceId }) => resourceId)).toEqual([patch]);
    expect([(await deliveries(other)).length, (await deliveries(off)).length]).toEqual([0, 0]);
    expect((await deliveries(all)).filter(({ event }) => event === 'lead.created')).toHaveLength(2);
  });

  it('uses the template, with user text escaped', async () => {
    const template = '{{event}}: {{ object.name }} of {{object.company}} <b>';
    const channels = await Promise.all([
      onDiscord({ template }),
      onTelegram({ template }),
      onSlack({ template }),
      byMail({ template }),
    ]);
    await lead({ name: '@everyone *bold* <@123> {{actor.email}}', company: '<!channel> & <script>alert(1)</script>' });
    await Promise.all(channels.map((one) => settled(one)));
    expect(textOf(discord)).toBe(
      'lead.created: @everyone \\*bold\\* \\<@123\\> {{actor.email}} of \\<!channel\\> & ' +
        '\\<script\\>alert\\(1\\)\\</script\\> <b>',
    );
    expect(textOf(telegram)).toBe(
      'lead\u200b.created: @everyone *bold* &lt;@123&gt; {{actor\u200b.email}} of &lt;!channel&gt; &amp; ' +
        '&lt;script&gt;alert(1)&lt;/script&gt; <b>',
    );
    expect(textOf(slack)).toContain('&lt;!channel&gt; &amp; &lt;script&gt;');
    expect(mail.received[0]?.source.replace(/=\r\n/g, '')).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;');
  });

  it.each([
    [
      'Discord',
      onDiscord,
      () => discord,
      'see evil.example or https://evil.example/a_b_c?x_y=1 \\*bold\\* \\_under\\_ ada@example.com',
    ],
    [
      'Slack',
      onSlack,
      () => slack,
      'see evil\u200b.example or https:\u200b//evil\u200b.example/a_b_c?x_y=1 \u2217bold\u2217 ' +
        '\u02cdunder\u02cd ada@example.com',
    ],
    [
      'Telegram',
      onTelegram,
      () => telegram,
      'see evil\u200b.example or https:\u200b//evil\u200b.example/a_b_c?x_y=1 *bold* _under_ ada@example.com',
    ],
  ] as const)('with hostile text has no markup and no hidden links in %s', async (_, create, fake, text) => {
    const id = await create({ template: '{{object.company}}' });
    await lead({ company: 'see evil.example or https://evil.example/a_b_c?x_y=1 *bold* _under_ ada@example.com' });
    await settled(id);
    expect(textOf(fake())).toBe(text);
  });

  it('with any name breaks no header and no limit', async () => {
    const template = '{{object.name}}'.repeat(100);
    const channels = await Promise.all([
      onDiscord({ template }),
      onTelegram({ template }),
      onSlack({ template }),
      byMail({ template }),
    ]);
    await lead({ name: '\u{1F469}\u200D\u{1F4BB}x<'.repeat(40), company: 'a\r\nBcc: evil@example.com' });
    await Promise.all(channels.map((one) => settled(one)));
    for (const [fake, limit] of [
      [discord, 2_000],
      [telegram, 4_096],
      [slack, 4_000],
    ] as const) {
      expect(textOf(fake).length).toBeLessThanOrEqual(limit);
      expect(textOf(fake).length).toBeGreaterThan(limit - 60);
      expect(textOf(fake)).toMatch(/…$/);
      expect(textOf(fake).isWellFormed()).toBe(true);
    }
    expect(mail.received[0]?.source).not.toMatch(/^Bcc:/m);
  });
});

describe('a service that limits requests', () => {
  const cases: readonly [string, () => Promise<string>, () => FakeService, (seconds: number) => Canned][] = [
    ['Discord', onDiscord, () => discord, discordSays.limited],
    ['Telegram', onTelegram, () => telegram, telegramSays.limited],
    ['Slack', onSlack, () => slack, slackSays.limited],
  ];

  it.each(cases)(
    '%s gets no request during the pause, and the message loses no attempt',
    async (_, create, fake, says) => {
      const id = await create();
      fake().answer(says(1));
      await lead();
      await lead();
      await until(
        () => fake().received.length,
        (count) => count >= 1,
      );
      // A test is also a request, so the rate limit applies to the test too.
      const early = await until(
        () => get(id).then(() => test(id)),
        ({ errorCode }) => errorCode === 'rate-limited',
      );
      expect(early.status).toBe('failed');
      const all = await until(
        () => deliveries(id),
        (found) =>
          found.filter(({ trigger }) => trigger === 'event').length === 2 &&
          found.every(({ status }) => status !== 'pending'),
      );
      const [first = 0, second = 0] = fake().received.map(({ at }) => at);
      expect(second - first).toBeGreaterThanOrEqual(1_000);
      expect(all.filter(({ trigger }) => trigger === 'event').map(({ status }) => status)).toEqual(['sent', 'sent']);
      expect((await get(id)).failingSince).toBeNull();
    },
  );

  it('Discord is paused to the fraction of a second, also for an empty bucket', async () => {
    const id = await onDiscord();
    discord.answer(discordSays.emptyBucket(0.75), discordSays.limited(0.35));
    await lead();
    await settled(id);
    await lead();
    await settled(id, 2);
    const [first = 0, second = 0, third = 0] = discord.received.map(({ at }) => at);
    expect([second - first >= 750, third - second >= 350, third - second < 3_000]).toEqual([true, true, true]);
  });

  it('a global limit of Discord pauses every webhook', async () => {
    const [one, other] = [await onDiscord(), await onDiscord()];
    discord.answer(discordSays.limited(1, true));
    expect(await test(one)).toMatchObject({ status: 'failed', errorCode: 'rate-limited' });
    expect(await test(other)).toMatchObject({ status: 'failed', errorCode: 'rate-limited', attempts: 1 });
    expect(discord.received).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await test(other)).toMatchObject({ status: 'sent' });
  });
});

describe('a channel that no longer exists', () => {
  const cases: readonly [string, () => Promise<string>, () => FakeService, Canned, string][] = [
    ['a deleted webhook (Discord)', onDiscord, () => discord, discordSays.gone, 'webhook-gone'],
    ['a rejected token (Discord)', onDiscord, () => discord, discordSays.badToken, 'token-rejected'],
    ['a removed bot (Telegram)', onTelegram, () => telegram, telegramSays.kicked, 'bot-removed'],
    ['a missing chat (Telegram)', onTelegram, () => telegram, telegramSays.noChat, 'chat-not-found'],
    ['a rejected token (Telegram)', onTelegram, () => telegram, telegramSays.badToken, 'token-rejected'],
    ['an archived channel (Slack)', onSlack, () => slack, slackSays.archived, 'chat-archived'],
    ['a deleted webhook (Slack)', onSlack, () => slack, slackSays.gone, 'webhook-gone'],
    ['a rejected token (Slack)', onSlack, () => slack, slackSays.forbidden, 'token-rejected'],
  ];

  it.each(cases)('%s is disabled at once, with an event', async (_, create, fake, answer, code) => {
    const id = await create();
    fake().answer(answer);
    await lead();
    expect(await settled(id)).toMatchObject([{ status: 'failed', errorCode: code, attempts: 1 }]);
    expect(await get(id)).toMatchObject({ enabled: false, disabledReason: 'rejected' });
    expect(fake().received).toHaveLength(1);
    const { rows } = await t.db.query(
      `select payload from events where type = 'notification_channel.disabled' and resource_id = $1`,
      [id],
    );
    expect(rows).toMatchObject([
      {
        payload: {
          object: { disabledReason: 'rejected' },
          changedFields: expect.arrayContaining(['enabled', 'disabledReason']),
        },
      },
    ]);
  });
});

describe('Telegram', () => {
  it('uses the new id when a group becomes a supergroup', async () => {
    const id = await onTelegram();
    telegram.answer(telegramSays.migrated(-1_009_999_999_999));
    await lead();
    expect(await settled(id)).toMatchObject([{ status: 'sent', attempts: 1 }]);
    expect(telegram.received.map(({ body }) => body['chat_id'])).toEqual([
      expect.stringMatching(/^-\d+$/),
      '-1009999999999',
    ]);
    expect(await get(id)).toMatchObject({ config: { chatId: '-1009999999999' }, enabled: true });
  });

  it('gets plain text if it rejects the markup of a template', async () => {
    const id = await onTelegram({ template: '<b>{{object.name}}' });
    telegram.answer(telegramSays.badMarks);
    await lead({ name: 'A & B' });
    expect(await settled(id)).toMatchObject([{ status: 'sent', detail: expect.stringContaining('plain text') }]);
    expect(telegram.received.map(({ body }) => [body['parse_mode'], body['text']])).toEqual([
      ['HTML', '<b>A &amp; B'],
      [undefined, '<b>A & B'],
    ]);
  });
});

describe('mail', () => {
  const trouble = (code: number, at: 'login' | 'recipient' | 'data' = 'data', text = 'says the server') => ({
    at,
    code,
    text,
  });

  it.each([421, 450, 451, 452])('is retried after a %d, with the same Message-ID', async (code) => {
    const id = await byMail();
    mail.answer(trouble(code));
    await lead();
    expect(await settled(id)).toMatchObject([{ status: 'sent', attempts: 2 }]);
    expect(mail.received).toHaveLength(1);
  });

  it('with an unknown outcome is sent again as the same mail', async () => {
    const id = await byMail();
    mail.dropAfterData();
    await lead();
    expect(await settled(id)).toMatchObject([{ status: 'sent', attempts: 2 }]);
    const ids = mail.received.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it.each([550, 551, 553])('rejected with %d fails, and the channel continues', async (code) => {
    const id = await byMail();
    mail.answer(trouble(code, 'data'));
    await lead();
    expect(await settled(id)).toMatchObject([
      { status: 'failed', errorCode: 'mail-rejected', attempts: 1, detail: expect.stringContaining(String(code)) },
    ]);
    await lead();
    expect((await settled(id, 2)).map(({ status }) => status)).toEqual(['failed', 'sent']);
    expect((await get(id)).enabled).toBe(true);
  });

  it('reports rejected recipients', async () => {
    const id = await byMail();
    mail.answer(trouble(550, 'recipient'));
    expect(await test(id)).toMatchObject({ status: 'sent', detail: expect.stringContaining('sales@example.com') });
  });

  it('sent again by a user has a new Message-ID', async () => {
    const id = await byMail();
    await lead();
    const [first] = await settled(id);
    await t.admin.post(`/notification-deliveries/${first?.id}/resend`).expect(200);
    await until(
      () => mail.received.length,
      (count) => count === 2,
    );
    await settled(id);
    expect(new Set(mail.received.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1])).size).toBe(2);
  });
});
