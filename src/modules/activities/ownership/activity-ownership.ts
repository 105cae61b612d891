import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { changeBetween } from '../../../kernel/change.js';
import { Events } from '../../../kernel/events.js';
import { OwnsRecords, type OwnedRecords } from '../../../kernel/records/ownership.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { activityUpdated } from '../activities.events.js';
import { ActivitiesQueries } from '../activities.queries.js';
import { activityType } from '../activity.type.js';

const { source } = activityType;
// Completed activities are history and keep their owner.
const open = sql`${source.live} and a.status in ('pending', 'in_progress')`;

/** Counts and hands over the open activities of an owner or assignee. */
@OwnsRecords()
@Injectable()
export class ActivityOwnership implements OwnedRecords {
  readonly resource = 'activities';

  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly events: Events,
    private readonly activities: ActivitiesQueries,
  ) {}

  async count(ownerId: string): Promise<number> {
    const row = await this.queryRunner.row<{ count: number }>(
      sql`select count(*)::int as count from ${source.from} where ${of(ownerId)}`,
    );
    return row?.count ?? 0;
  }

  async countOfTeam(teamId: string): Promise<number> {
    const row = await this.queryRunner.row<{ count: number }>(
      sql`select count(*)::int as count from ${source.from} where a.team_id = ${teamId}::uuid
        and ${source.live}`,
    );
    return row?.count ?? 0;
  }

  handOver(fromId: string, toId: string, limit: number): Promise<number> {
    return this.database.write(async () => {
      const locked = await this.queryRunner.rows<{ id: string }>(
        sql`select a.id from ${source.from} where ${of(fromId)} order by a.id limit ${sql.lit(limit)}
          for update of a`,
      );
      const ids = locked.map(({ id }) => id);
      const before = await this.activities.viewsOf(ids);
      await this.queryRunner.rows(sql`
        update activities set owner_id = case when owner_id = ${fromId}::uuid then ${toId}::uuid else owner_id
          end, assignee_id = case when assignee_id = ${fromId}::uuid then ${toId}::uuid else assignee_id end,
          updated_at = now(), version = version + 1 where id = any(${ids}::uuid[])`);
      const after = new Map((await this.activities.viewsOf(ids)).map((activity) => [activity.id, activity]));
      for (const activity of before)
        this.events.record(activityUpdated, activity.id, changeBetween(activity, after.get(activity.id) ?? activity));
      return ids.length;
    });
  }
}

const of = (userId: string): RawBuilder<unknown> =>
  sql`(a.owner_id = ${userId}::uuid or a.assignee_id = ${userId}::uuid) and ${open}`;
