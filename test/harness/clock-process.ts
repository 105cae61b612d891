import { NestFactory } from '@nestjs/core';
import { sql } from 'kysely';
import { AppModule } from '../../src/app.module.js';
import { entities } from '../../src/modules/index.js';
import { readConfig } from '../../src/platform/config/index.js';
import { openForWork, QueryRunner } from '../../src/platform/database/index.js';
import { ScheduledJobs, Slots, ScheduleTiming, type CronTime } from '../../src/platform/schedule/index.js';

/** A worker process with one more job that is due twice per second. */
const EVERY_MS = 500;
const name = 'test.accelerated';
const due = (after: Date, until: Date): Date[] => {
  const found: Date[] = [];
  for (let at = Math.floor(after.getTime() / EVERY_MS + 1) * EVERY_MS; at <= until.getTime(); at += EVERY_MS)
    found.push(new Date(at));
  return found;
};

const config = readConfig({
  ...process.env,
  NODE_ENV: 'test',
  ROLE: 'worker',
  LOG_LEVEL: 'silent',
  MASTER_KEY: '11'.repeat(32),
});
const orm = await openForWork(config, config.DATABASE_URL ?? '', entities);
const app = await NestFactory.create(AppModule.for(config, orm), { logger: false });
const queryRunner = app.get(QueryRunner);

Object.assign(app.get(ScheduleTiming), { tickMs: 100, leaseSeconds: 3, renewMs: 1_000 });
const slots = app.get(Slots);
const shipped = slots.due.bind(slots);
slots.due = (time: CronTime & { name?: string }, after, until, most) =>
  time.name === name ? due(after, until) : shipped(time, after, until, most);
app
  .get(ScheduledJobs)
  .declare({ name, cron: '* * * * *', misfire: 'run_all', description: 'Due twice a second.' }, async ({ slotAt }) => {
    await queryRunner.rows(sql`insert into test_runs (slot_at, pid) values (${slotAt.toISOString()}, ${process.pid})`);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await queryRunner.rows(
      sql`update test_runs set done_at = clock_timestamp() where slot_at = ${slotAt.toISOString()}::timestamptz
        and pid = ${process.pid}`,
    );
  });
await app.init();
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => orm.close())
      .then(() => process.exit(0)),
);
console.log('ready');
