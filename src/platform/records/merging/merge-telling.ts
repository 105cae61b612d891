import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../kernel/audit-log.js';
import { changeBetween } from '../../../kernel/change.js';
import { Outbox } from '../../outbox/index.js';
import type { RecordView } from '../record-kind.js';
import type { MergeKind } from './merge-kind.js';
import type { MergeTold } from './merging.dto.js';

/** What everybody learns of a merge: one event and one entry of the audit log, which stand or fall with it. */
@Injectable()
export class MergeTelling {
  constructor(
    private readonly outbox: Outbox,
    private readonly auditLog: AuditLog,
  ) {}

  merged<V extends RecordView>(merges: MergeKind<V>, before: V, after: V, told: MergeTold): Promise<void> {
    this.outbox.record(merges.merged, after.id, { ...changeBetween(before, after), ...told });
    return this.auditLog.record({
      action: 'merge',
      resourceType: merges.kind.table,
      resourceId: after.id,
      description: `${told.mergedIds.length} were merged into this one.`,
      changes: { mergedIds: { from: null, to: told.mergedIds } },
    });
  }

  unmerged<V extends RecordView>(merges: MergeKind<V>, before: V, after: V, told: MergeTold): Promise<void> {
    this.outbox.record(merges.unmerged, after.id, { ...changeBetween(before, after), ...told });
    return this.auditLog.record({
      action: 'merge',
      resourceType: merges.kind.table,
      resourceId: after.id,
      description: `A merge of ${told.mergedIds.length} into this one was undone.`,
      changes: { mergedIds: { from: told.mergedIds, to: null } },
    });
  }
}
