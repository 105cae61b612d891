import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakeMailServer } from '../../../test/fakes/fake-mail-server.js';
import { startApp } from '../../../test/harness/app.js';
import { Config } from '../../platform/config/index.js';
import type { NotificationDeliveryView } from './deliveries/deliveries.dto.js';

async function until<T>(inspect: () => Promise<T> | T, accepts: (value: T) => boolean): Promise<T> {
  for (const end = Date.now() + 12_000; ;) {
    const value = await inspect();
    if (accepts(value)) return value;
    if (Date.now() > end) throw new Error(`Still ${JSON.stringify(value)?.slice(0, 1_500)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe('a mail account', () => {
  it('with a rejected login is paused; its mails wait without attempts', async () => {
    const mine = await new FakeMailServer().start();
    const other = await startApp({ SMTP_URL: mine.url });
    try {
      const { body } = await other.admin
        .post('/notification-channels')
        .send({ name: 'Mail', type: 'email', config: { to: ['a@example.com'] }, events: ['lead.created'] })
        .expect(201);
      mine.answer({ at: 'login', code: 535, text: 'Authentication failed' });
      await other.admin.post('/leads').send({ name: 'Ada', email: 'ada@example.com' }).expect(201);
      const list = async () =>
        (await other.admin.get(`/notification-channels/${body.id}/deliveries`).expect(200)).body
          .data as NotificationDeliveryView[];
      const [waiting] = await until(list, ([one]) => one?.attempts === 1);
      expect(waiting).toMatchObject({ status: 'pending', errorCode: 'mail-account-rejected' });
      expect(Date.parse(waiting?.nextAttemptAt ?? '') - Date.now()).toBeGreaterThan(200_000);
      expect((await other.db.query(`select attempts from jobs where kind = 'notification.send'`)).rows).toEqual([
        { attempts: 0 },
      ]);
      expect(JSON.stringify(await list())).not.toContain('hunter2');
    } finally {
      await other.close();
      await mine.stop();
    }
  });

  it('that is missing writes a file, and fails in production', async () => {
    const other = await startApp();
    try {
      const { body } = await other.admin
        .post('/notification-channels')
        .send({ name: 'Mail', type: 'email', config: { to: ['a@example.com'] }, events: ['lead.created'] })
        .expect(201);
      const { body: delivery } = await other.admin.post(`/notification-channels/${body.id}/test`).expect(200);
      expect(delivery).toMatchObject({ status: 'sent', detail: expect.stringContaining('SMTP_URL is not set') });
      const folder = join(other.app.get(Config).DATA_DIR, 'mail');
      expect(readdirSync(folder)).toHaveLength(1);
      expect(readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8')).toContain(
        `Message-ID: ${delivery.providerMessageId}`,
      );
      Object.assign(other.app.get(Config), { NODE_ENV: 'production' });
      expect((await other.admin.post(`/notification-channels/${body.id}/test`).expect(200)).body).toMatchObject({
        status: 'failed',
        errorCode: 'mail-not-configured',
      });
    } finally {
      await other.close();
    }
  });
});
