import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { requireVersion } from '../../../kernel/change.js';
import { newId } from '../../../kernel/entity.js';
import type { Page, PageQuery } from '../../../kernel/page.js';
import { withoutVisibility, Database } from '../../database/index.js';
import { requirePermission } from '../bulk/bulk-runner.js';
import type { RecordView } from '../type/record-kind.js';
import { MergeJournal } from './merge-journal.js';
import type { MergeKind } from './merge-kind.js';
import { MergeMoves } from './merge-moves.js';
import { MergeRows } from './merge-rows.js';
import type { MergePlan } from './merge-rules.js';
import { MergeNotifier } from './merge-notifier.js';
import type { RecordMergePreview, RecordMergeRequest, RecordMergeView } from './merging.dto.js';

export interface MergeResult<V> {
  readonly merge: RecordMergeView;
  readonly record: V;
}

/** Merges records in one transaction. */
@Injectable()
export class RecordMerges {
  constructor(
    private readonly database: Database,
    private readonly rows: MergeRows,
    private readonly moves: MergeMoves,
    private readonly journal: MergeJournal,
    private readonly notification: MergeNotifier,
  ) {}

  async preview<V extends RecordView>(
    merges: MergeKind<V>,
    actor: Actor,
    id: string,
    request: RecordMergeRequest,
  ): Promise<RecordMergePreview> {
    const { records, plan } = await this.planned(merges, actor, id, request);
    const duplicateIds = records.slice(1).map((duplicate) => duplicate.id);
    return {
      fields: plan.fields,
      moves: await withoutVisibility(() => this.moves.count(merges, { primaryId: records[0].id, duplicateIds })),
    };
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
        await withoutVisibility(() => this.rows.lock(merges, [id, ...request.duplicateIds]));
        const found = await this.planned(merges, actor, id, request);
        records = found.records;
        requireVersion(found.records[0], version);
        return withoutVisibility(() => this.perform(merges, actor, found.records, found.plan));
      });
    } catch (error) {
      throw await this.rows.rejectionOf(merges, actor, error, id, records);
    }
  }

  /** Lists the merges of a record. All viewers of the primary record can see its merges. */
  list<V extends RecordView>(
    merges: MergeKind<V>,
    primaryId: string,
    query: PageQuery,
  ): Promise<Page<RecordMergeView>> {
    return withoutVisibility(() => this.journal.page(merges, primaryId, query));
  }

  private async planned<V extends RecordView>(
    merges: MergeKind<V>,
    actor: Actor,
    id: string,
    { duplicateIds, fields = {} }: RecordMergeRequest,
  ): Promise<{ records: [V, ...V[]]; plan: MergePlan }> {
    const records = await this.rows.find(merges, actor, id, [
      ...new Set(duplicateIds.map((duplicateId) => duplicateId.toLowerCase())),
    ]);
    requirePermission(actor, `${merges.kind.source.resource}:delete`);
    const chosen = Object.fromEntries(Object.entries(fields).map(([field, from]) => [field, from?.toLowerCase()]));
    return { records, plan: await this.rows.plan(merges, actor, records, chosen) };
  }

  // Deletes the duplicates first, so that the primary record can take unique values.
  private async perform<V extends RecordView>(
    merges: MergeKind<V>,
    actor: Actor,
    [primary, ...duplicates]: readonly [V, ...V[]],
    { changes }: MergePlan,
  ): Promise<MergeResult<V>> {
    const ids = { mergeId: newId(), primaryId: primary.id, duplicateIds: duplicates.map((duplicate) => duplicate.id) };
    const lost = Object.keys(merges.lost ?? {});
    await this.journal.write(merges, actor, {
      id: ids.mergeId,
      primaryId: primary.id,
      before: picked(primary, Object.keys(changes)),
      duplicates: duplicates.map((duplicate) => ({ id: duplicate.id, lost: picked(duplicate, lost) })),
    });
    await this.rows.write(merges, ids.duplicateIds, {
      deletedAt: new Date().toISOString(),
      mergedIntoId: primary.id,
      ...merges.lost,
    });
    await this.rows.write(merges, [primary.id], changes);
    const moves = await this.moves.move(merges, ids);
    const [after = primary] = await this.rows.read(merges, [primary.id]);
    await this.journal.complete(ids.mergeId, picked(after, Object.keys(changes)), moves);
    await this.notification.merged(merges, primary, after, {
      mergeId: ids.mergeId,
      mergedIds: ids.duplicateIds,
      moves,
    });
    return { merge: await this.journal.get(ids.mergeId), record: after };
  }
}

export const picked = (record: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, (record as Record<string, unknown>)[name] ?? null]));
