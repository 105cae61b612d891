import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/entity.js';
import { Jobs } from '../../../platform/jobs/index.js';
import type { CustomField } from '../definitions/custom-field.entity.js';

export const INDEX_JOB = 'custom-fields.index';

/** What a job needs to know when the definition is gone. */
export interface IndexOrder {
  readonly definitionId: string;
}

/** Has the index of a field brought to what its definition says, once the change is committed. */
@Injectable()
export class FieldIndexes {
  constructor(private readonly jobs: Jobs) {}

  /** A job of its own for every change: whichever runs last has seen them all. */
  async follow(definition: CustomField, isWanted: boolean): Promise<void> {
    const jobId = newId();
    definition.indexJobId = jobId;
    definition.indexStatus = isWanted ? 'building' : null;
    await this.jobs.enqueue([
      {
        kind: INDEX_JOB,
        refId: jobId,
        group: 'custom-fields',
        priority: 1,
        payload: { definitionId: definition.id } satisfies IndexOrder,
      },
    ]);
  }
}
