import { Injectable } from '@nestjs/common';
import { AccessCache } from '../../users/index.js';
import { CustomFieldsQueries } from '../definitions/custom-fields.queries.js';
import type { CustomFieldView } from '../definitions/custom-fields.dto.js';

type ByResource = ReadonlyMap<string, readonly CustomFieldView[]>;
interface Known {
  readonly text: string;
  readonly byResource: ByResource;
}

const NONE: readonly CustomFieldView[] = [];

/**
 * All definitions, in memory. They move the epoch that every process looks at twice a second for what people may, so
 * that a change is known everywhere within a second and a read costs nothing.
 */
@Injectable()
export class KnownFields {
  private last: Known | undefined;

  constructor(
    private readonly cache: AccessCache,
    private readonly queries: CustomFieldsQueries,
  ) {}

  /** Archived ones too; the same list for as long as nothing is changed. */
  async of(resource: string): Promise<readonly CustomFieldView[]> {
    const known = await this.cache.get('custom-fields', () => this.load());
    return known?.byResource.get(resource) ?? NONE;
  }

  forget(): void {
    this.cache.drop();
  }

  private async load(): Promise<Known> {
    const all = await this.queries.all();
    const text = JSON.stringify(all);
    this.last =
      this.last?.text === text ? this.last : { text, byResource: Map.groupBy(all, ({ resource }) => resource) };
    return this.last;
  }
}
