import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { Reader } from '../../platform/database/index.js';
import { reachOf } from '../../platform/sight/index.js';
import { idsSeen, sees, seesAtMost, seesGathered } from './activities.sight.js';

/** The activities that somebody sees, in the form that finds them soonest. */
export interface ActivitySight {
  readonly where: readonly RawBuilder<unknown>[];
  /** Whether a list without a filter is read along one index whoever asks. */
  readonly hasOneWay: boolean;
}

export const SEES_ALL: ActivitySight = { where: [], hasOneWay: false };

/** `few`: by their ids. `some`: the records they may be on are gathered first. `many`: each activity is asked. */
type Amount = 'few' | 'some' | 'many';

/** Up to so many are looked up and sorted; more are met soon enough on the way along the list's own index. */
const FEW = sql.lit(2000);
/** So many records of each kind that are one's own are gathered before activities are looked at. */
const SOME = 10_000;
/** How long it is taken for true, in milliseconds. All forms find the same: one that no longer fits takes longer, no more. */
const KEPT = 60_000;
const MOST_KEPT = 10_000;

/**
 * How somebody's activities are found. Asked row by row, somebody who sees next to nothing would have the whole table read for it (350 ms against 1), and
 * somebody who sees a little a good part of it (70 ms against 15).
 */
@Injectable()
export class ActivitySights {
  private readonly amounts = new Map<string, { readonly amount: Amount; readonly until: number }>();

  constructor(private readonly reader: Reader) {}

  async of(actor: Actor): Promise<ActivitySight> {
    if (sees(actor).length === 0) return SEES_ALL;
    switch (await this.amountOf(actor)) {
      case 'few':
        return { where: [sql`a.id in (${idsSeen(actor)})`], hasOneWay: false };
      case 'some':
        return { where: seesGathered(actor), hasOneWay: true };
      default:
        return { where: sees(actor), hasOneWay: false };
    }
  }

  private async amountOf(actor: Actor): Promise<Amount> {
    const key = `${actor.userId} ${reachOf(actor)} ${actor.teamId ?? ''}`;
    const known = this.amounts.get(key);
    if (known && known.until > performance.now()) return known.amount;
    const amount = await this.ask(actor);
    if (this.amounts.size >= MOST_KEPT) this.amounts.clear();
    this.amounts.set(key, { amount, until: performance.now() + KEPT });
    return amount;
  }

  private async ask(actor: Actor): Promise<Amount> {
    const row = await this.reader.row<{ amount: Amount }>(
      sql`
      select case when (select count(*) <= ${FEW} from (${idsSeen(actor)} limit ${FEW} + 1) seen) then 'few'
        when ${reachOf(actor) === 'own' ? seesAtMost(actor, SOME) : sql`false`} then 'some' else 'many' end as amount`,
      { prepared: 'generic' },
    );
    return row?.amount ?? 'many';
  }
}
