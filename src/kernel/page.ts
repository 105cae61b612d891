import type { Type } from '@nestjs/common';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Choice, IntegerParameter, Optional, Text } from './fields.js';

export const COUNT_MODES = ['none', 'exact', 'estimated'] as const;
export const TOTAL_KINDS = ['exact', 'estimated', 'atLeast'] as const;

/** The parameters that every list has. */
export class PageQuery {
  /**
   * How many records a page holds, 1 to 100.
   * @example 25
   */
  @Optional()
  @IntegerParameter(1, 100, 25)
  limit?: number;

  /**
   * Where to go on: `pageInfo.nextCursor` or `pageInfo.prevCursor` of another page of the same list, with the same sort and filter.
   * @example eyJ2IjoxfQ.4mQ3vK8s
   */
  @Optional()
  @Text(1, 2000)
  cursor?: string;

  /**
   * Whether to count all records that match. `exact` answers `atLeast` where counting would take too long.
   * @example none
   */
  @Optional()
  @Choice('CountMode', COUNT_MODES)
  count?: (typeof COUNT_MODES)[number];
}

export class PageInfo {
  /** Give this as `cursor` to get the next page; null on the last one. */
  @ApiProperty({ type: 'string', nullable: true, example: null })
  nextCursor: string | null;

  /** Give this as `cursor` to get the page before; null on the first one. */
  @ApiProperty({ type: 'string', nullable: true, example: null })
  prevCursor: string | null;

  /**
   * Whether there is a next page.
   * @example false
   */
  @ApiProperty({ type: 'boolean' })
  hasMore: boolean;
}

export class PageTotal {
  /**
   * How many records match.
   * @example 42
   */
  @ApiProperty({ type: 'integer', format: 'int64', minimum: 0 })
  count: number;

  /** Whether `count` is exact, the planner's estimate, or a lower bound. */
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

/** The class that documents a page of `view`: `LeadView` gives `LeadPage`. */
export function pageOf<T>(view: Type<T>): Type<Page<T>> {
  const known = pages.get(view);
  if (known) return known as Type<Page<T>>;
  @ApiSchema({ name: view.name.replace(/View$/, '') + 'Page' })
  class RecordPage {
    /** The records, in the order asked for. */
    @ApiProperty({ type: view, isArray: true, description: 'The records, in the order asked for.' })
    data: T[];

    @ApiProperty({ type: PageInfo, description: 'How to go on from here.' })
    pageInfo: PageInfo;

    @ApiProperty({ type: PageTotal, required: false, description: 'Only where `count` was asked for.' })
    total?: PageTotal;
  }
  pages.set(view, RecordPage);
  return RecordPage as Type<Page<T>>;
}
