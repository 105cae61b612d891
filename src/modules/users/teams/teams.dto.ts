import { PartialType } from '@nestjs/swagger';
import { ChoicesParameter, Id, Integer, Nested, Nullable, Optional, Text, Timestamp } from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { UserRef } from '../people/people.dto.js';

const SORTS = ['name', 'createdAt'].flatMap((field) => [field, `-${field}`]);

export class TeamView {
  /**
   * Id of the team
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id() id: string;
  /**
   * Name, unique among teams
   * @example North
   */
  @Text(1, 100) name: string;
  /**
   * Description
   * @example "Customers in Scotland and the north of England"
   */
  @Nullable() @Text(1, 500) description: string | null;
  /**
   * Id of the team lead, who has no additional permissions
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() leadId: string | null;
  /** Id and name of the team lead */
  @Nullable() @Nested(() => UserRef) lead: UserRef | null;
  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Version number, also in the ETag
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

export class TeamCreate {
  /**
   * Name, unique among teams
   * @example North
   */
  @Text(1, 100) name: string;
  /**
   * Description
   * @example "Customers in Scotland and the north of England"
   */
  @Optional() @Nullable() @Text(1, 500) description?: string | null;
  /**
   * Id of the team lead, an active user; the team lead has no additional permissions
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Nullable() @Id() leadId?: string | null;
}

export class TeamUpdate extends PartialType(TeamCreate, { skipNullProperties: false }) {}

export class TeamQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: by name. */
  @Optional() @ChoicesParameter('TeamSort', SORTS, 2) sort?: string[];
}
