import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { NotificationChannelView } from './channels/channels.dto.js';

const DISCORD = 'https://discord.com/api/webhooks/123456789012345678/canary-token-of-discord-0123456789';
const SLACK = 'https://hooks.slack.com/services/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6789';
const BOT = '123456789:canary-token-of-telegram-0123456789';
const CANARIES = [DISCORD.split('/').at(-1), SLACK.split('/').at(-1), BOT.split(':')[1]] as string[];

const CONFIGS = {
  discord: { webhookUrl: DISCORD },
  slack: { webhookUrl: SLACK },
  telegram: { botToken: BOT, chatId: '-1001234567890' },
  email: { to: ['Sales@Example.com'], replyTo: 'desk@example.com' },
} as const;
type Type = keyof typeof CONFIGS;

describe('Notification channels', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await startApp({ ROLE: 'web' })));
  afterAll(() => t.close());

  const body = (type: Type, fields: object = {}) => ({
    name: `On ${type}`,
    type,
    config: CONFIGS[type],
    events: ['lead.created'],
    ...fields,
  });
  const create = async (type: Type, fields: object = {}): Promise<NotificationChannelView> =>
    (await t.admin.post('/notification-channels').send(body(type, fields)).expect(201)).body as NotificationChannelView;
  const pointers = (answer: { body: unknown }) =>
    (answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
  const eventsOf = async (id: string): Promise<string[]> =>
    (
      await t.db.query<{ type: string }>('select type from events where resource_id = $1 order by sequence', [id])
    ).rows.map(({ type }) => type);

  it.each([
    ['discord', { webhookUrl: { isSet: true, last4: '6789', updatedAt: expect.any(String) } }],
    ['slack', { webhookUrl: { isSet: true, last4: '6789', updatedAt: expect.any(String) } }],
    ['telegram', { botToken: { isSet: true, last4: '6789', updatedAt: expect.any(String) }, chatId: '-1001234567890' }],
    ['email', { to: ['sales@example.com'], replyTo: 'desk@example.com' }],
  ] as const)('a channel of %s shows its target without secrets', async (type, config) => {
    const answer = await t.admin.post('/notification-channels').send(body(type)).expect(201);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.headers['location']).toBe(`/api/v1/notification-channels/${answer.body.id}`);
    expect(answer.body).toMatchObject({
      type,
      config,
      events: ['lead.created'],
      filter: null,
      template: null,
      enabled: true,
      disabledReason: null,
      lastSentAt: null,
      failingSince: null,
    });
    expect((await t.admin.get(`/notification-channels/${answer.body.id}`).expect(200)).body).toEqual(answer.body);
  });

  it('a channel sends only events that its creator can see', async () => {
    const own = await create('email');
    const key = await t.as('admin', { scopes: ['notification-channels:*'] });
    expect((await key.post('/notification-channels').send(body('email')).expect(403)).body).toMatchObject({
      code: 'event-types-hidden',
      requiredPermissions: ['leads:read'],
    });
    for (const changes of [{ config: { to: ['evil@example.com'] } }, { events: ['notification_channel.*'] }])
      await key.patch(`/notification-channels/${own.id}`).send(changes).expect(403);
    await key.post(`/notification-channels/${own.id}/enable`).send({}).expect(403);
    expect((await t.admin.get(`/notification-channels/${own.id}`).expect(200)).body).toEqual(own);
    await key.post(`/notification-channels/${own.id}/disable`).send({}).expect(200);
    await (
      await t.as('admin', { scopes: ['notification-channels:*', 'leads:read'] })
    )
      .post('/notification-channels')
      .send(body('email'))
      .expect(201);
  });

  it('secrets appear in no response, event or database row', async () => {
    const channels = await Promise.all((['discord', 'slack', 'telegram'] as const).map((type) => create(type)));
    const answers = [
      await t.admin.get('/notification-channels?limit=100').expect(200),
      ...(await Promise.all(
        channels.map(({ id }) => t.admin.patch(`/notification-channels/${id}`).send({ name: 'Renamed' }).expect(200)),
      )),
    ];
    const { rows } = await t.db.query(
      `select (select json_agg(c)::text from notification_channels c) || (select json_agg(e)::text from events e)
        as dump`,
    );
    for (const text of [...answers.map((answer) => answer.text), rows[0].dump, JSON.stringify(channels)])
      for (const canary of CANARIES) expect(text).not.toContain(canary);
  });

  it.each([
    [
      'an address of another host',
      'discord',
      { config: { webhookUrl: DISCORD.replace('discord.com', 'evil.example') } },
      '#/config/webhookUrl',
    ],
    [
      'an address with a user name',
      'discord',
      { config: { webhookUrl: DISCORD.replace('https://', 'https://discord.com@evil.example/') } },
      '#/config/webhookUrl',
    ],
    [
      'an address of another path',
      'discord',
      { config: { webhookUrl: 'https://discord.com/api/users/@me' } },
      '#/config/webhookUrl',
    ],
    [
      'an address without TLS',
      'slack',
      { config: { webhookUrl: SLACK.replace('https', 'http') } },
      '#/config/webhookUrl',
    ],
    ['a Discord webhook for Slack', 'slack', { config: { webhookUrl: DISCORD } }, '#/config/webhookUrl'],
    [
      'a token that would leave its path',
      'telegram',
      { config: { botToken: '123456789:aaaaaaaaaaaaaaaaaaaa/../../x', chatId: '1' } },
      '#/config/botToken',
    ],
    ['no chat', 'telegram', { config: { botToken: BOT } }, '#/config/chatId'],
    ['no addresses', 'email', { config: { to: [] } }, '#/config/to'],
    [
      '21 addresses',
      'email',
      { config: { to: Array.from({ length: 21 }, (_, index) => `a${index}@example.com`) } },
      '#/config/to',
    ],
    [
      'an address with a header in it',
      'email',
      { config: { to: ['a@example.com\r\nBcc: evil@example.com'] } },
      '#/config/to',
    ],
    ['no events', 'email', { events: [] }, '#/events'],
    ['an invalid event type', 'email', { events: ['lead.created', 'lead*'] }, '#/events/1'],
    [
      'a filter over different record types',
      'email',
      { events: ['lead.*', 'activity.*'], filter: { field: 'score', op: 'gte', value: 1 } },
      '#/filter',
    ],
    ['a filter on all events', 'email', { events: ['*'], filter: { field: 'score', op: 'gte', value: 1 } }, '#/filter'],
    [
      'a filter by a field that leads do not have',
      'email',
      { filter: { field: 'colour', op: 'eq', value: 'red' } },
      '#/filter/field',
    ],
    ['an unknown merge tag', 'email', { template: 'Hello {{object.name}} {{object.passwordHash}}' }, '#/template'],
    ['a tag in a tag', 'email', { template: '{{object.{{event}}}}' }, '#/template'],
    ['an unclosed tag', 'email', { template: 'Hello {{object.name' }, '#/template'],
  ] as const)('%s is rejected', async (_, type, fields, pointer) => {
    expect(pointers(await t.admin.post('/notification-channels').send(body(type, fields)).expect(422))).toContain(
      pointer,
    );
  });

  it('a field that is unknown to the service is rejected', async () => {
    expect(
      pointers(
        await t.admin
          .post('/notification-channels')
          .send(body('email', { config: { to: ['a@example.com'], webhookUrl: DISCORD } }))
          .expect(400),
      ),
    ).toEqual(['#/config/webhookUrl']);
  });

  it.each(['https://canary.discord.com', 'https://ptb.discord.com', 'https://discordapp.com'])(
    '%s is accepted for Discord',
    async (origin) => {
      await create('discord', { config: { webhookUrl: DISCORD.replace('https://discord.com', origin) } });
    },
  );

  it('an update keeps absent fields, and an outdated one is rejected', async () => {
    const channel = await create('telegram', { template: 'Hi {{object.name}}' });
    const { body: changed } = await t.admin
      .patch(`/notification-channels/${channel.id}`)
      .set('If-Match', '"1"')
      .send({ config: { chatId: '@sales_team' }, template: null })
      .expect(200);
    expect(changed).toMatchObject({
      config: { ...channel.config, chatId: '@sales_team' },
      template: null,
      name: channel.name,
      version: 2,
    });
    const { body: outdated } = await t.admin
      .patch(`/notification-channels/${channel.id}`)
      .set('If-Match', '"1"')
      .send({ name: 'x' })
      .expect(412);
    expect(outdated).toMatchObject({ currentVersion: 2, differingFields: ['name'] });
    await t.admin
      .patch(`/notification-channels/${channel.id}`)
      .send({ events: ['*'], filter: { field: 'score', op: 'gte', value: 1 } })
      .expect(422);
    await t.admin
      .patch(`/notification-channels/${channel.id}`)
      .send({ config: { chatId: 'no chat' } })
      .expect(422);
    await t.admin.patch(`/notification-channels/${channel.id}`).send({ type: 'email' }).expect(400);
  });

  it('are enabled, disabled, deleted and restored, with events', async () => {
    const { id } = await create('discord');
    expect((await t.admin.post(`/notification-channels/${id}/disable`).expect(200)).body).toMatchObject({
      enabled: false,
      disabledReason: 'manual',
    });
    await t.admin.post(`/notification-channels/${id}/disable`).expect(200);
    expect((await t.admin.post(`/notification-channels/${id}/enable`).expect(200)).body).toMatchObject({
      enabled: true,
      disabledReason: null,
    });
    await t.admin.delete(`/notification-channels/${id}`).expect(204);
    await t.admin.get(`/notification-channels/${id}`).expect(404);
    await t.admin.delete(`/notification-channels/${id}`).expect(404);
    expect(
      (await t.admin.get('/notification-channels?deleted=true&limit=100').expect(200)).body.data.map(
        (one: { id: string }) => one.id,
      ),
    ).toContain(id);
    await t.admin.post(`/notification-channels/${id}/restore`).expect(200);
    await t.admin.post(`/notification-channels/${id}/restore`).expect(409);
    expect(await eventsOf(id)).toEqual(
      ['created', 'disabled', 'enabled', 'deleted', 'restored'].map((what) => `notification_channel.${what}`),
    );
  });

  it('are listed and paged by name, type and event', async () => {
    const own = await Promise.all(
      ['Beta', 'alpha', 'Gamma'].map((name) => create('slack', { name, events: ['api_key.rotated'] })),
    );
    const names = async (query: string): Promise<string[]> =>
      (
        (await t.admin.get(`/notification-channels?events=api_key.rotated${query}`).expect(200)).body as {
          data: { name: string }[];
        }
      ).data.map(({ name }) => name);
    expect(await names('&sort=name')).toEqual(['alpha', 'Beta', 'Gamma']);
    expect(await names('&type=email')).toEqual([]);
    await t.admin.post(`/notification-channels/${own[0]?.id}/disable`).expect(200);
    expect(await names('&enabled=false')).toEqual(['Beta']);
    const { body: first } = await t.admin
      .get('/notification-channels?events=api_key.rotated&sort=name&limit=2&count=exact')
      .expect(200);
    expect([first.data.length, first.total.count]).toEqual([2, 3]);
    const { body: second } = await t.admin
      .get(`/notification-channels?events=api_key.rotated&sort=name&limit=2&cursor=${first.pageInfo.nextCursor}`)
      .expect(200);
    expect(second.data.map((one: { name: string }) => one.name)).toEqual(['Gamma']);
  });

  it('are read by managers and changed by admins', async () => {
    const { id } = await create('discord');
    const [manager, sales] = await Promise.all([t.as('manager'), t.as('sales')]);
    await manager.get(`/notification-channels/${id}`).expect(200);
    await manager.post(`/notification-channels/${id}/test`).expect(403);
    await sales.get('/notification-channels').expect(403);
  });
});
