import type { EventSubscriber, FlushEventArgs } from '@mikro-orm/postgresql';
import type { QueryRunner } from '../statements/query-runner.js';
import { currentUnit } from '../unit-of-work.js';

/**
 * Flushes changes without row-level security. Policies also check the new row, which would prevent an owner change. The
 * record was read with visibility before.
 */
export class RlsFlushSubscriber implements EventSubscriber {
  constructor(private readonly queryRunner: QueryRunner) {}

  async onFlush({ uow }: FlushEventArgs): Promise<void> {
    const unit = currentUnit();
    if (!unit?.rlsContext || uow.getChangeSets().length === 0) return;
    await this.queryRunner.setRlsContext(unit, undefined);
  }

  async afterFlush({ uow }: FlushEventArgs): Promise<void> {
    const unit = currentUnit();
    if (unit?.rlsContext && uow.getChangeSets().length > 0) await this.queryRunner.setRlsContext(unit, unit.rlsContext);
  }
}
