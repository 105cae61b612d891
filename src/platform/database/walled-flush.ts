import type { EventSubscriber, FlushEventArgs } from '@mikro-orm/postgresql';
import type { Reader } from './reader.js';
import { currentUnit } from './unit-of-work.js';

/**
 * Changes are written beyond sight: the wall would look at the record as it is afterwards too, and nobody could give one
 * away. That they may be made has been found out by reading the record before, in sight.
 */
export class WalledFlush implements EventSubscriber {
  constructor(private readonly reader: Reader) {}

  async onFlush({ uow }: FlushEventArgs): Promise<void> {
    const unit = currentUnit();
    if (!unit?.sight || uow.getChangeSets().length === 0) return;
    await unit.turn;
    await this.reader.look(unit, undefined);
  }

  async afterFlush({ uow }: FlushEventArgs): Promise<void> {
    const unit = currentUnit();
    if (unit?.sight && uow.getChangeSets().length > 0) await this.reader.look(unit, unit.sight);
  }
}
