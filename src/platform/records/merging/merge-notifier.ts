import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../kernel/logs/audit-log.js';
import { changeBetween } from '../../../kernel/change.js';
import { Outbox } from '../../outbox/index.js';
import type { RecordView } from '../type/record-kind.js';
import type { MergeKind } from './merge-kind.js';
import type { MergeFacts } from './merging.dto.js';

/** Records the event and the audit log entry of a merge, in the transaction of the merge. */
@Injectable()
export class MergeNotifier {
  constructor(
    private readonly outbox: Outbox,
    private readonly auditLog: AuditLog,
  ) {}

  merged<V extends RecordView>(merges: MergeKind<V>, before: V, after: V, reported: MergeFacts): Promise<void> {
    this.outbox.record(merges.merged, after.id, { ...changeBetween(before, after), ...reported });
    return this.auditLog.record({
      action: 'merge',
      resourceType: merges.kind.table,
      resourceId: after.id,
      description: `${reported.mergedIds.length} records were merged into this record.`,
      changes: { mergedIds: { from: null, to: reported.mergedIds } },
    });
  }

  unmerged<V extends RecordView>(merges: MergeKind<V>, before: V, after: V, reported: MergeFacts): Promise<void> {
    this.outbox.record(merges.unmerged, after.id, { ...changeBetween(before, after), ...reported });
    return this.auditLog.record({
      action: 'merge',
      resourceType: merges.kind.table,
      resourceId: after.id,
      description: `A merge of ${reported.mergedIds.length} records into this record was undone.`,
      changes: { mergedIds: { from: reported.mergedIds, to: null } },
    });
  }
}
