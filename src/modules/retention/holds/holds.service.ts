import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { ConflictError, invalidAt } from '../../../kernel/errors.js';
import { Events } from '../../../kernel/events.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { Removal } from '../removal.js';
import { legalHoldPlaced, legalHoldReleased } from '../retention.events.js';
import type { LegalHoldCreate, LegalHoldView } from './holds.dto.js';
import { HoldsQueries } from './holds.queries.js';

@Injectable()
export class HoldsService {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly queries: HoldsQueries,
    private readonly removal: Removal,
    private readonly events: Events,
  ) {}

  /** Creates a legal hold. Waits for running removals. After the response, no held record can be removed. */
  create(actor: Actor, { resourceType, recordId, email, reason }: LegalHoldCreate): Promise<LegalHoldView> {
    const isRecord = resourceType !== undefined && recordId !== undefined && email === undefined;
    const isPerson = resourceType === undefined && recordId === undefined && email !== undefined;
    if (!isRecord && !isPerson) throw invalidAt('#', 'record-or-person', 'set resourceType and recordId, or email');
    return this.removal.whileNothingIsRemoved(async () => {
      if (isRecord && !(await this.queries.isThere(resourceType, recordId)))
        throw invalidAt('#/recordId', 'unknown-record', `there is no such record of ${resourceType}`);
      const id = newId();
      await this.queryRunner.rows(sql`
        insert into legal_holds (id, resource_type, record_id, email, reason, placed_by_id)
          values (${id}, ${resourceType ?? null}, ${recordId ?? null}::uuid, ${email ?? null}, ${reason},
          ${actor.userId}::uuid)`);
      this.events.record(legalHoldPlaced, id, { id, resourceType: resourceType ?? null, recordId: recordId ?? null });
      return this.queries.get(id);
    });
  }

  release(actor: Actor, id: string): Promise<LegalHoldView> {
    return this.database.write(async () => {
      const released = await this.queryRunner.row(
        sql`update legal_holds set released_at = now(), released_by_id = ${actor.userId}::uuid where id = ${id}::uuid
          and released_at is null returning 1 as released`,
      );
      const hold = await this.queries.get(id);
      if (!released) throw new ConflictError('legal-hold-released', 'The legal hold is already released.');
      this.events.record(legalHoldReleased, id, { id, resourceType: hold.resourceType, recordId: hold.recordId });
      return hold;
    });
  }
}
