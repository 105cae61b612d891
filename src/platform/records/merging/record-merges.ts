import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { requireVersion } from '../../../kernel/change.js';
import { newId } from '../../../kernel/entity.js';
import type { Page, PageQuery } from '../../../kernel/page.js';
import { beyondSight, Database } from '../../database/index.js';
import { requirePermission } from '../bulk.js';
import type { RecordView } from '../record-kind.js';
import { MergeJournal } from './merge-journal.js';
import type { MergeKind } from './merge-kind.js';
import { MergeMoves } from './merge-moves.js';
import { MergeRows } from './merge-rows.js';
import { planOf, type MergePlan } from './merge-rules.js';
import { MergeTelling } from './merge-telling.js';
import type { RecordMergePreview, RecordMergeRequest, RecordMergeView } from './merging.dto.js';

export interface MergeResult<V> {
  readonly merge: RecordMergeView;
  readonly record: V;
}

/** Several records become one: all of it in one transaction, or nothing. */
@Injectable()
export class RecordMerges {
  constructor(
    private readonly database: Database,
    private readonly rows: MergeRows,
    private readonly moves: MergeMoves,
    private readonly journal: MergeJournal,
    private readonly telling: MergeTelling,
  ) {}

  async preview<V extends RecordView>(
    merges: MergeKind<V>,
    actor: Actor,
    id: string,
    request: RecordMergeRequest,
  ): Promise<RecordMergePreview> {
    const { records, plan } = await this.planned(merges, actor, id, request);
    const loserIds = records.slice(1).map((loser) => loser.id);
    return { fields: plan.fields, moves: await beyondSight(() => this.moves.count(merges, loserIds)) };
  }

  async merge<V extends RecordView>(
    merges: MergeKind<V>,
    actor: Actor,
    id: string,
    request: RecordMergeRequest,
    version?: number,
  ): Promise<MergeResult<V>> {
    let records: readonly V[] = [];
    try {
      return await this.database.write(async () => {
        await beyondSight(() => this.rows.lock(merges, [id, ...request.loserIds]));
        const found = await this.planned(merges, actor, id, request);
        records = found.records;
        requireVersion(found.records[0], version);
        return beyondSight(() => this.perform(merges, actor, found.records, found.plan));
      });
    } catch (error) {
      throw await this.rows.refusalOf(merges, actor, error, id, records);
    }
  }

  /** Whoever sees the survivor sees what was merged into it. */
  list<V extends RecordView>(
    merges: MergeKind<V>,
    survivorId: string,
    query: PageQuery,
  ): Promise<Page<RecordMergeView>> {
    return beyondSight(() => this.journal.page(merges, survivorId, query));
  }

  private async planned<V extends RecordView>(
    merges: MergeKind<V>,
    actor: Actor,
    id: string,
    { loserIds, fields = {} }: RecordMergeRequest,
  ): Promise<{ records: [V, ...V[]]; plan: MergePlan }> {
    const records = await this.rows.find(merges, actor, id, [
      ...new Set(loserIds.map((loserId) => loserId.toLowerCase())),
    ]);
    requirePermission(actor, `${merges.kind.source.resource}:delete`);
    const chosen = Object.fromEntries(Object.entries(fields).map(([field, from]) => [field, from?.toLowerCase()]));
    return { records, plan: planOf(merges, records, chosen) };
  }

  // Those that go are deleted first: what only one living record may have is free then.
  private async perform<V extends RecordView>(
    merges: MergeKind<V>,
    actor: Actor,
    [survivor, ...losers]: readonly [V, ...V[]],
    { changes }: MergePlan,
  ): Promise<MergeResult<V>> {
    const ids = { mergeId: newId(), survivorId: survivor.id, loserIds: losers.map((loser) => loser.id) };
    const lost = Object.keys(merges.lost ?? {});
    await this.journal.write(merges, actor, {
      id: ids.mergeId,
      survivorId: survivor.id,
      before: picked(survivor, Object.keys(changes)),
      losers: losers.map((loser) => ({ id: loser.id, lost: picked(loser, lost) })),
    });
    await this.rows.write(merges, ids.loserIds, {
      deletedAt: new Date().toISOString(),
      mergedIntoId: survivor.id,
      ...merges.lost,
    });
    await this.rows.write(merges, [survivor.id], changes);
    const moves = await this.moves.move(merges, ids);
    const [after = survivor] = await this.rows.read(merges, [survivor.id]);
    await this.journal.complete(ids.mergeId, picked(after, Object.keys(changes)), moves);
    await this.telling.merged(merges, survivor, after, { mergeId: ids.mergeId, mergedIds: ids.loserIds, moves });
    return { merge: await this.journal.get(ids.mergeId), record: after };
  }
}

export const picked = (record: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, (record as Record<string, unknown>)[name] ?? null]));
