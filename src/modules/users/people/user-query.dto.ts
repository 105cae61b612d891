import { PartialType, PickType } from '@nestjs/swagger';
import {
  ChoicesParameter,
  FlagParameter,
  IdsParameter,
  Nested,
  Optional,
  Text,
  TextsParameter,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { TextFilter, TimestampFilter } from '../../../platform/query/index.js';
import { USER_STATUSES, type UserStatus } from './people.dto.js';

export const USER_SORTS = ['createdAt', 'name', 'email', 'lastLoginAt'] as const;
const SORTS = USER_SORTS.flatMap((field) => [field, `-${field}`]);

export class UserQuery extends PageQuery {
  /**
   * Search text in name and e-mail address; every word must occur
   * @example ada
   */
  @Optional() @Text(1, 100) q?: string;
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('UserSort', SORTS, 3) sort?: string[];
  /** Statuses; repeat to match any of several */
  @Optional() @ChoicesParameter('UserStatus', USER_STATUSES) status?: UserStatus[];
  /** Ids of teams; repeat to match any of several */
  @Optional() @IdsParameter() teamId?: string[];
  /** Ids of managers; repeat to match any of several */
  @Optional() @IdsParameter() managerId?: string[];
  /** Ids of roles; repeat to match any of several */
  @Optional() @IdsParameter() roleId?: string[];
  /**
   * Departments; repeat to match any of several
   * @example ["Sales"]
   */
  @Optional() @TextsParameter(100) department?: string[];
  /** E-mail address */
  @Optional() @Nested(() => TextFilter) email?: TextFilter;
  /** Time of the invitation */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /** Time of the last sign-in */
  @Optional() @Nested(() => TimestampFilter) lastLoginAt?: TimestampFilter;
  /**
   * Whether to return deleted users instead of active users
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}

export class TeamMembersQuery extends PartialType(
  PickType(UserQuery, ['limit', 'cursor', 'count', 'q', 'sort', 'status'] as const),
) {}
