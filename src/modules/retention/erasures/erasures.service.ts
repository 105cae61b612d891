import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { Conflict } from '../../../kernel/errors.js';
import { Reader } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Removal } from '../removal.js';
import { ErasurePreview } from './erasure-preview.js';
import type { ErasureSubject } from './erasures.dto.js';
import { soughtIn, SubjectHash } from './subject.js';

export const ERASE = 'retention.erase';

/** Begins to erase a person's data. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly removal: Removal,
    private readonly reader: Reader,
    private readonly jobs: Jobs,
    private readonly previews: ErasurePreview,
    private readonly hash: SubjectHash,
  ) {}

  /** The job names the request alone: queues are looked into by many. */
  async start(actor: Actor, subject: ErasureSubject): Promise<string> {
    const { email, phone } = soughtIn(subject);
    const hash = await this.hash.of({ email, phone });
    return this.removal.whileHoldsStand(async () => {
      if ((await this.previews.of(subject)).isHeld)
        throw new Conflict(
          'legal-hold',
          'The record, or something on it, is under a legal hold and cannot be removed.',
        );
      const id = await this.jobs.start(actor, { kind: ERASE, group: ERASE });
      await this.reader.rows(
        sql`insert into erasure_requests (id, email, phone, subject_hash, requested_by_id) values (${id}::uuid, ${email}, ${phone}, ${hash}, ${actor.userId}::uuid)`,
      );
      return id;
    });
  }
}
