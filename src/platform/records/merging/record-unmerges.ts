import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { requireVersion } from '../../../kernel/change.js';
import { Conflict } from '../../../kernel/errors.js';
import { beyondSight, Database } from '../../database/index.js';
import { requirePermission } from '../bulk.js';
import type { RecordView } from '../record-kind.js';
import { MergeJournal, type OpenMerge } from './merge-journal.js';
import type { MergeKind } from './merge-kind.js';
import { MergeMoves } from './merge-moves.js';
import { MergeRows } from './merge-rows.js';
import { MergeTelling } from './merge-telling.js';
import type { RecordUnmergeRequest } from './merging.dto.js';
import { picked, type MergeResult } from './record-merges.js';

/** A merge taken back to the letter, as long as nobody has touched what it did. */
@Injectable()
export class RecordUnmerges {
  constructor(
    private readonly database: Database,
    private readonly rows: MergeRows,
    private readonly moves: MergeMoves,
    private readonly journal: MergeJournal,
    private readonly telling: MergeTelling,
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
        const merge = await beyondSight(() => this.journal.take(merges, id, mergeId));
        const loserIds = merge.losers.map((loser) => loser.id);
        await beyondSight(() => this.rows.lock(merges, [id, ...loserIds]));
        const [survivor] = await this.rows.find(merges, actor, id, []);
        requirePermission(actor, `${merges.kind.source.resource}:delete`);
        requireVersion(survivor, version);
        former = [{ ...survivor, ...merge.before }, ...(await this.rows.read(merges, loserIds))];
        return beyondSight(() => this.perform(merges, actor, survivor, merge));
      });
    } catch (error) {
      throw await this.rows.refusalOf(merges, actor, error, id, former);
    }
  }

  // The survivor gives back before those that were merged live again: what only one may have is free then.
  private async perform<V extends RecordView>(
    merges: MergeKind<V>,
    actor: Actor,
    survivor: V,
    merge: OpenMerge,
  ): Promise<MergeResult<V>> {
    const mergedIds = merge.losers.map((loser) => loser.id);
    const touchedLinks = await this.moves.moveBack(merges, {
      mergeId: merge.id,
      survivorId: survivor.id,
      loserIds: mergedIds,
    });
    const touchedFields = Object.keys(merge.after).filter(
      (name) => !isDeepStrictEqual(picked(survivor, [name]), picked(merge.after, [name])),
    );
    if (touchedFields.length + touchedLinks.length > 0) {
      throw new Conflict(
        'merge-touched',
        'What the merge did was changed since: taking it back would undo more than the merge.',
        { members: { touchedFields, touchedLinks } },
      );
    }
    await this.rows.write(merges, [survivor.id], merge.before);
    for (const { id, lost } of merge.losers)
      await this.rows.write(merges, [id], { deletedAt: null, mergedIntoId: null, ...lost });
    await this.journal.close(merge.id, actor);
    const [after = survivor] = await this.rows.read(merges, [survivor.id]);
    await this.telling.unmerged(merges, survivor, after, { mergeId: merge.id, mergedIds, moves: merge.moves });
    return { merge: await this.journal.get(merge.id), record: after };
  }
}
