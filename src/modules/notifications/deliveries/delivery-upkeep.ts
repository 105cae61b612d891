import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { sql } from 'kysely';
import { Config } from '../../../platform/config/index.js';
import { Reader } from '../../../platform/database/index.js';

const HOUR = 3_600_000;
const BATCH = 1_000;
const KEPT_DAYS = 90;

/** Forgets deliveries after three months. Any number of instances may do it at once. */
@Injectable()
export class DeliveryUpkeep {
  private readonly logger = new Logger('Notifications');

  constructor(
    private readonly reader: Reader,
    private readonly config: Config,
  ) {}

  @Interval(HOUR)
  async run(): Promise<void> {
    if (this.config.ROLE === 'web') return;
    try {
      while ((await this.deleteSome()) === BATCH);
    } catch (error) {
      this.logger.warn({ err: error }, 'Old notification deliveries could not be deleted');
    }
  }

  private async deleteSome(): Promise<number> {
    const gone = await this.reader.rows(sql`
      delete from notification_deliveries where id in (
        select id from notification_deliveries where created_at < now() - make_interval(days => ${KEPT_DAYS}) order by created_at limit ${BATCH} for update skip locked) returning 1`);
    return gone.length;
  }
}
