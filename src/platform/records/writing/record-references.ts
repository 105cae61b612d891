import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { can, type Actor } from '../../../kernel/actor.js';
import { invalidAt } from '../../../kernel/errors.js';
import { QueryRunner } from '../../database/index.js';
import { visibilityOf } from '../../visibility/index.js';
import { RECORD_NAMES, type RecordResource } from '../type/record-names.js';
import { linksFrom } from '../links/record-links.js';

type Values = Readonly<Record<string, unknown>>;

export interface ReferenceOptions {
  /** Whether the actor also needs the permission to read the linked records. */
  readonly needsPermission?: boolean;
}

/** Checks that linked records are active and visible to the actor. */
@Injectable()
export class RecordReferences {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** `actor` is null for the system, which sees all records. Unchanged links are not checked again. */
  async require(
    resource: RecordResource,
    actor: Actor | null,
    patch: object,
    stored: object = {},
    options: ReferenceOptions = {},
  ): Promise<void> {
    const [input, before] = [patch as Values, stored as Values];
    for (const { property, to } of linksFrom(resource)) {
      const id = input[property];
      if (typeof id !== 'string' || id.toLowerCase() === before[property]) continue;
      await this.requireRecord(to as RecordResource, actor, id, `#/${property}`, options);
    }
  }

  /** Rejects the request body at `pointer` if the record is missing, deleted or not visible. */
  async requireRecord(
    resource: RecordResource,
    actor: Actor | null,
    id: string,
    pointer: string,
    options: ReferenceOptions = {},
  ): Promise<void> {
    if (await this.isVisible(resource, actor, id, options)) return;
    const noun = RECORD_NAMES[resource];
    throw invalidAt(pointer, `unknown-${noun}`, `the ${noun} does not exist, is deleted, or is not visible to you`);
  }

  async isVisible(
    resource: RecordResource,
    actor: Actor | null,
    id: string,
    { needsPermission = false }: ReferenceOptions = {},
  ): Promise<boolean> {
    const visibility = visibilityOf(resource);
    if (!visibility || (actor && needsPermission && !can(actor, `${resource}:read`))) return false;
    const where = [sql`${visibility.id} = ${id}::uuid`, visibility.live, ...(actor ? visibility.where(actor) : [])];
    const found = await this.queryRunner.row(
      sql`select 1 from ${visibility.from} where ${sql.join(where, sql` and `)}`,
    );
    return found !== undefined;
  }
}
