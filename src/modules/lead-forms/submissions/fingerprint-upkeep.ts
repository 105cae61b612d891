import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { sql } from 'kysely';
import { Config } from '../../../platform/config/index.js';
import { Reader } from '../../../platform/database/index.js';

const HOUR = 3_600_000;

/** Forgets fingerprints whose window is over. Any number of instances may do it at once. */
@Injectable()
export class FingerprintUpkeep {
  private readonly logger = new Logger('LeadForms');

  constructor(
    private readonly reader: Reader,
    private readonly config: Config,
  ) {}

  @Interval(HOUR)
  async run(): Promise<void> {
    if (this.config.ROLE === 'web') return;
    try {
      await this.reader.rows(sql`delete from lead_form_fingerprints where expires_at < now()`);
    } catch (error) {
      this.logger.warn({ err: error }, 'Old fingerprints could not be deleted');
    }
  }
}
