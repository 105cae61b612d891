import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { LINKS, Records, recordTypeOf, type LinkName } from '../../../platform/records/index.js';

/** Finds the record in the path of a request. */
@Injectable()
export class LinkedRecords {
  constructor(private readonly records: Records) {}

  /** Throws `NotFoundError` if the record is not visible. */
  async require(actor: Actor, name: LinkName, id: string): Promise<void> {
    await this.records.get(recordTypeOf(LINKS[name].resource), actor, id);
  }
}
