import type { Type } from '@nestjs/common';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Choice, IntegerParameter, Optional, Text } from './fields.js';

export const COUNT_MODES = ['none', 'exact', 'estimated'] as const;
export const TOTAL_KINDS = ['exact', 'estimated', 'atLeast'] as const;

/** The parameters that every list has. */
export class PageQuery {
  /**
   * Maximum number of records per page, 1 to 100; default 25
   * @example 25
   */
  @Optional()
  @IntegerParameter(1, 100, 25)
  limit?: number;

  /**
   * `pageInfo.nextCursor` or `pageInfo.prevCursor` of another page of the same list, with the same sort and filter
   * @example eyJ2IjoxfQ.4mQ3vK8s
   */
  @Optional()
  @Text(1, 2000)
  cursor?: string;

  /**
   * Whether to count all matching records; `exact` returns a lower bound (`atLeast`) if counting takes too long
   * @example none
   */
  @Optional()
  @Choice('CountMode', COUNT_MODES)
  count?: (typeof COUNT_MODES)[number];
}

export class PageInfo {
  /** Cursor of the next page; null on the last page */
  @ApiProperty({ type: 'string', nullable: true, example: null })
  nextCursor: string | null;

  /** Cursor of the previous page; null on the first page */
  @ApiProperty({ type: 'string', nullable: true, example: null })
  prevCursor: string | null;

  /**
   * Whether there is a next page
   * @example false
   */
  @ApiProperty({ type: 'boolean' })
  hasMore: boolean;
}

export class PageTotal {
  /**
   * Number of matching records
   * @example 42
   */
  @ApiProperty({ type: 'integer', format: 'int64', minimum: 0 })
  count: number;

  /** Precision of `count`: exact, estimated by the query planner, or a lower bound */
  @ApiProperty({ enum: [...TOTAL_KINDS], enumName: 'TotalKind', example: 'exact' })
  kind: (typeof TOTAL_KINDS)[number];
}

/** A page of records. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly pageInfo: PageInfo;
  readonly total?: PageTotal;
}

const pages = new Map<Type, Type>();

/** Maximum of records of a list without `limit`. */
export const WHOLE_LIST = 1000;

/** The class that documents a page of `view`: `LeadView` gives `LeadPage`. */
export function pageOf<T>(view: Type<T>, maxItems = 100): Type<Page<T>> {
  const known = pages.get(view);
  if (known) return known as Type<Page<T>>;
  @ApiSchema({ name: view.name.replace(/View$/, '') + 'Page' })
  class RecordPage {
    /** Records of this page, in the requested order */
    @ApiProperty({ type: view, isArray: true, maxItems, description: 'Records of this page, in the requested order' })
    data: T[];

    @ApiProperty({ type: PageInfo, description: 'Cursors of the neighbouring pages' })
    pageInfo: PageInfo;

    @ApiProperty({
      type: PageTotal,
      required: false,
      description: 'Number of matching records; only if `count` was requested',
    })
    total?: PageTotal;
  }
  pages.set(view, RecordPage);
  return RecordPage as Type<Page<T>>;
}
