import {
  ChoicesParameter,
  Flag,
  FlagParameter,
  Id,
  Integer,
  NestedList,
  Nullable,
  Optional,
  Text,
  Timestamp,
} from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';
import { MOST_STAGES, PipelineStageCreate } from './stages/stages.dto.js';

const SORTS = ['position', 'name', 'createdAt'].flatMap((field) => [field, `-${field}`]);

/** A way from a first word to a decision. */
export class PipelineView {
  /**
   * The pipeline.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id() id: string;
  /**
   * What it is called; every pipeline has a name of its own.
   * @example Sales
   */
  @Text(1, 100) name: string;
  /**
   * What it is for.
   * @example "How a deal is won, step by step"
   */
  @Nullable() @Text(1, 500) description: string | null;
  /**
   * Whether deals go here where nothing else is said. Always exactly one is.
   * @example true
   */
  @Flag() isDefault: boolean;
  /**
   * Whether deals can be put here; a retired one is kept for what was.
   * @example true
   */
  @Flag() isActive: boolean;
  /**
   * Its place among the pipelines, retired ones counted in. It moves with the others: neither the version nor the ETag tells of that.
   * @example 1
   */
  @Integer(1, 2147483647) position: number;
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

export class PipelineCreate {
  /**
   * What it is called; every pipeline has a name of its own.
   * @example Partners
   */
  @Text(1, 100) name: string;
  /**
   * What it is for.
   * @example "Deals that partners bring"
   */
  @Optional() @Nullable() @Text(1, 500) description?: string | null;
  /**
   * Whether deals go here from now on where nothing else is said; the one that was the default is not any longer.
   * @example false
   */
  @Optional() @Flag() isDefault?: boolean;
  /**
   * Its place among the pipelines, from 1; the last one when left out.
   * @example 2
   */
  @Optional() @Integer(1, 10000) position?: number;
  /** Its stages in order, at least one of each kind; those of the default pipeline when left out. */
  @Optional() @NestedList(() => PipelineStageCreate, 3, MOST_STAGES) stages?: PipelineStageCreate[];
}

export class PipelineUpdate {
  /**
   * What it is called; every pipeline has a name of its own.
   * @example Partners
   */
  @Optional() @Text(1, 100) name?: string;
  /**
   * What it is for.
   * @example "Deals that partners bring"
   */
  @Optional() @Nullable() @Text(1, 500) description?: string | null;
  /**
   * True makes it the default in the place of the one that was; the default ceases to be it only in this way.
   * @example true
   */
  @Optional() @Flag() isDefault?: boolean;
  /**
   * False retires it: its deals stay, and no deal can be put here any more. The default cannot be retired.
   * @example true
   */
  @Optional() @Flag() isActive?: boolean;
  /**
   * Its place among the pipelines, from 1.
   * @example 2
   */
  @Optional() @Integer(1, 10000) position?: number;
}

/** Where something is put among its like. */
export class PositionChange {
  /**
   * The new place, from 1; beyond the last one means the last one.
   * @example 2
   */
  @Integer(1, 10000) position: number;
}

export class PipelineQuery extends PageQuery {
  /** The order; `-` before a field means descending. By position when left out. */
  @Optional() @ChoicesParameter('PipelineSort', SORTS, 2) sort?: string[];
  /**
   * Only those that deals can be put in, or only retired ones.
   * @example true
   */
  @Optional() @FlagParameter() isActive?: boolean;
}
