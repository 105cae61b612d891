import { Injectable } from '@nestjs/common';
import { requestContext } from '../../../kernel/request-context.js';
import { invalidAt } from '../../../kernel/errors.js';
import { Reader } from '../../../platform/database/index.js';
import { recordFactsQuery, sightOf, type RecordFacts } from '../../../platform/sight/index.js';
import { Users } from '../../users/index.js';
import type { CustomFieldView } from '../definitions/custom-fields.dto.js';

const SYSTEM = { userId: '', teamId: null, recordAccess: 'all' } as const;

/** Values that name somebody or something: a user who works here, a living record that whoever writes may see. */
@Injectable()
export class LinkedValues {
  constructor(
    private readonly reader: Reader,
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
    const sight = sightOf(resource);
    // What comes in by itself, without anybody who is asking, is the system's.
    const facts =
      sight && (await this.reader.row<RecordFacts>(recordFactsQuery(sight, requestContext()?.actor ?? SYSTEM, id)));
    if (!facts?.isLive || !facts.isSeen)
      throw invalidAt(pointer, 'unknown-record', 'there is no such record, or you may not see it');
  }
}
