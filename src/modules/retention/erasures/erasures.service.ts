import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError } from '../../../kernel/errors.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Removal } from '../removal.js';
import { ErasurePreview } from './erasure-preview.js';
import type { ErasureSubject } from './erasures.dto.js';
import { SubjectHash } from './subject.js';

export const ERASE = 'retention.erase';

/** Starts the erasure of the data of a person. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly removal: Removal,
    private readonly queryRunner: QueryRunner,
    private readonly jobs: Jobs,
    private readonly previews: ErasurePreview,
    private readonly hash: SubjectHash,
  ) {}

  /** The job contains only the id of the request, because many users can read the queue. */
  async start(actor: Actor, subject: ErasureSubject): Promise<string> {
    const { email, phone } = await this.previews.identifiersOf(subject);
    const hash = await this.hash.compute({ email, phone });
    return this.removal.whileHoldsStand(async () => {
      if ((await this.previews.create(subject)).isHeld)
        throw new ConflictError(
          'legal-hold',
          'The record or its linked data is under a legal hold and cannot be deleted.',
        );
      const id = await this.jobs.start(actor, { kind: ERASE, group: ERASE });
      await this.queryRunner.rows(
        sql`insert into erasure_requests (id, email, phone, subject_hash, requested_by_id)
          values (${id}::uuid, ${email}, ${phone}, ${hash}, ${actor.userId}::uuid)`,
      );
      return id;
    });
  }
}
