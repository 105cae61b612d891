import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { requireVersion } from '../../../kernel/change.js';
import { ConflictError } from '../../../kernel/errors.js';
import { withoutVisibility, Database } from '../../database/index.js';
import { requirePermission } from '../bulk/bulk-runner.js';
import type { RecordView } from '../type/record-kind.js';
import { MergeJournal, type OpenMerge } from './merge-journal.js';
import type { MergeKind } from './merge-kind.js';
import { MergeMoves } from './merge-moves.js';
import { MergeRows } from './merge-rows.js';
import { MergeNotifier } from './merge-notifier.js';
import type { RecordUnmergeRequest } from './merging.dto.js';
import { picked, type MergeResult } from './record-merges.js';

/** Undoes a merge. Rejects the request if merged values or links have changed since. */
@Injectable()
export class RecordUnmerges {
  constructor(
    private readonly database: Database,
    private readonly rows: MergeRows,
    private readonly moves: MergeMoves,
    private readonly journal: MergeJournal,
    private readonly notification: MergeNotifier,
  ) {}

  async unmerge<V extends RecordView>(
    merges: MergeKind<V>,
    actor: Actor,
    id: string,
    { mergeId }: RecordUnmergeRequest,
    version?: number,
  ): Promise<MergeResult<V>> {
    let former: V[] = [];
    try {
      return await this.database.write(async () => {
        await this.rows.find(merges, actor, id, []);
        const merge = await withoutVisibility(() => this.journal.take(merges, id, mergeId));
        const duplicateIds = merge.duplicates.map((duplicate) => duplicate.id);
        await withoutVisibility(() => this.rows.lock(merges, [id, ...duplicateIds]));
        const [primary] = await this.rows.find(merges, actor, id, []);
        requirePermission(actor, `${merges.kind.source.resource}:delete`);
        requireVersion(primary, version);
        former = [{ ...primary, ...merge.before }, ...(await this.rows.read(merges, duplicateIds))];
        return withoutVisibility(() => this.perform(merges, actor, primary, merge));
      });
    } catch (error) {
      throw await this.rows.rejectionOf(merges, actor, error, id, former);
    }
  }

  // Restores the primary record first, so that unique values are free for the restored duplicates.
  private async perform<V extends RecordView>(
    merges: MergeKind<V>,
    actor: Actor,
    primary: V,
    merge: OpenMerge,
  ): Promise<MergeResult<V>> {
    const mergedIds = merge.duplicates.map((duplicate) => duplicate.id);
    const touchedLinks = await this.moves.moveBack(merges, {
      mergeId: merge.id,
      primaryId: primary.id,
      duplicateIds: mergedIds,
    });
    const touchedFields = Object.keys(merge.after).filter(
      (name) => !isDeepStrictEqual(picked(primary, [name]), picked(merge.after, [name])),
    );
    if (touchedFields.length + touchedLinks.length > 0) {
      throw new ConflictError(
        'merge-touched',
        'The merged records have changed since, so undoing the merge would lose these changes.',
        { members: { touchedFields, touchedLinks } },
      );
    }
    await this.rows.write(merges, [primary.id], merge.before);
    for (const { id, lost } of merge.duplicates)
      await this.rows.write(merges, [id], { deletedAt: null, mergedIntoId: null, ...lost });
    await this.journal.close(merge.id, actor);
    const [after = primary] = await this.rows.read(merges, [primary.id]);
    await this.notification.unmerged(merges, primary, after, { mergeId: merge.id, mergedIds, moves: merge.moves });
    return { merge: await this.journal.get(merge.id), record: after };
  }
}
