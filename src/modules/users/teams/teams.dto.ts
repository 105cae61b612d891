import { PartialType } from '@nestjs/swagger';
import { ChoicesParameter, Id, Integer, Nested, Nullable, Optional, Text, Timestamp } from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { UserRef } from '../people/people.dto.js';

const SORTS = ['name', 'createdAt'].flatMap((field) => [field, `-${field}`]);

/** People who see each other's records where their role says `team`. */
export class TeamView {
  /**
   * The team.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id() id: string;
  /**
   * What it is called; every team has a name of its own.
   * @example North
   */
  @Text(1, 100) name: string;
  /**
   * What it is for.
   * @example "Customers in Scotland and the north of England"
   */
  @Nullable() @Text(1, 500) description: string | null;
  /**
   * Who leads it; that gives no rights by itself.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() leadId: string | null;
  /** The same by name. */
  @Nullable() @Nested(() => UserRef) lead: UserRef | null;
  /**
   * When it was made.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Counts its changes; also the ETag.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

export class TeamCreate {
  /**
   * What it is called; every team has a name of its own.
   * @example North
   */
  @Text(1, 100) name: string;
  /**
   * What it is for.
   * @example "Customers in Scotland and the north of England"
   */
  @Optional() @Nullable() @Text(1, 500) description?: string | null;
  /**
   * Who leads it: an active user. That gives no rights by itself.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Nullable() @Id() leadId?: string | null;
}

export class TeamUpdate extends PartialType(TeamCreate, { skipNullProperties: false }) {}

export class TeamQuery extends PageQuery {
  /** The order; `-` before a field means descending. By name when left out. */
  @Optional() @ChoicesParameter('TeamSort', SORTS, 2) sort?: string[];
}
