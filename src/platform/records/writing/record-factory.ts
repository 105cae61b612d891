import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { CustomFields, DefaultCurrency, Owners } from '../ports.js';
import type { RecordView } from '../type/record-kind.js';
import { ownerOfNew } from './new-record.js';
import { defaultsFrom, has, type RecordType } from '../type/record-type.js';
import type { EntityProperty } from '../type/entity-properties.js';
import { hasAmount, requireAmounts, viewValuesOf } from './record-values.js';

/** Input of any new record. */
interface NewRecordInput {
  readonly ownerId?: string | null;
  readonly teamId?: string | null;
  readonly currency?: string | null;
  readonly customFields?: Record<string, unknown>;
}

/** Builds new records from input and the defaults of the entity. Sets owner, team, currency and custom fields. */
@Injectable()
export class RecordFactory {
  constructor(
    private readonly owners: Owners,
    private readonly customFields: CustomFields,
    private readonly currency: DefaultCurrency,
  ) {}

  /** `actor` is null for the system. The caller adds values that the entity does not have. */
  async create<V extends RecordView, E extends object>(
    { resource, properties, readPermission }: RecordType<V, E>,
    actor: Actor | null,
    input: NewRecordInput,
  ): Promise<V> {
    const assignment = await this.owners.requireAssignable(
      { ownerId: ownerOfNew(actor, input), teamId: input.teamId },
      readPermission,
      actor?.userId,
    );
    const currency = await this.currencyOf(properties, input);
    requireAmounts(properties, input, currency ?? null);
    const customFields = has(properties, 'customFields')
      ? { customFields: await this.customFields.accept(resource, input.customFields) }
      : {};
    return {
      ...defaultsFrom(properties),
      ...viewValuesOf(properties, input),
      ...assignment,
      ...customFields,
      ...(currency !== undefined && { currency }),
    } as unknown as V;
  }

  /** Returns the currency of a record with an amount, or undefined if the record type has no currency. */
  private async currencyOf(
    properties: readonly EntityProperty[],
    input: NewRecordInput,
  ): Promise<string | null | undefined> {
    const property = properties.find(({ name }) => name === 'currency');
    if (!property) return undefined;
    if (input.currency) return input.currency;
    return !property.nullable || hasAmount(properties, input) ? this.currency.get() : null;
  }
}
