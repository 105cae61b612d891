import { Injectable } from '@nestjs/common';
import { requestContext } from '../../../kernel/request-context.js';
import { invalidAt } from '../../../kernel/errors.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { recordFactsQuery, visibilityOf, type RecordFacts } from '../../../platform/visibility/index.js';
import { Users } from '../../users/index.js';
import type { CustomFieldView } from '../definitions/custom-fields.dto.js';

const SYSTEM = { userId: '', teamId: null, recordAccess: 'all' } as const;

/** Checks values that are ids: an active user, or an active record that the actor can see. */
@Injectable()
export class LinkedValues {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly users: Users,
  ) {}

  async require(
    { type, targetResource }: Pick<CustomFieldView, 'type' | 'targetResource'>,
    id: string,
    pointer: string,
  ): Promise<void> {
    if (type === 'user') await this.users.requireActive(id, pointer);
    if (type === 'record-link') await this.requireRecord(targetResource ?? '', id, pointer);
  }

  private async requireRecord(resource: string, id: string, pointer: string): Promise<void> {
    const visibility = visibilityOf(resource);
    // A write without an actor, such as a submission of a lead form, counts as a write of the system.
    const facts =
      visibility &&
      (await this.queryRunner.row<RecordFacts>(recordFactsQuery(visibility, requestContext()?.actor ?? SYSTEM, id)));
    if (!facts?.isLive || !facts.isSeen)
      throw invalidAt(pointer, 'unknown-record', 'the record does not exist, or is not visible to you');
  }
}
