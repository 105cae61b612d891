import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/entity.js';
import { Jobs } from '../../../platform/jobs/index.js';
import type { CustomField } from '../definitions/custom-field.entity.js';

export const INDEX_JOB = 'custom-fields.index';

/** Payload of an index job. The definition can be deleted before the job runs. */
export interface IndexOrder {
  readonly definitionId: string;
}

/** Enqueues jobs that create or drop the index of a field after the commit. */
@Injectable()
export class FieldIndexes {
  constructor(private readonly jobs: Jobs) {}

  /** Enqueues one job per change, because the last job sees all changes. */
  async follow(definition: CustomField, isNeeded: boolean): Promise<void> {
    const jobId = newId();
    definition.indexJobId = jobId;
    definition.indexStatus = isNeeded ? 'building' : null;
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
