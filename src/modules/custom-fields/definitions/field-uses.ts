import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import {
  FIELD_DEPENDENTS,
  type FieldDependent,
  type FieldDependents,
} from '../../../kernel/records/field-dependents.js';
import { withoutVisibility } from '../../../platform/database/index.js';
import type { CustomField } from './custom-field.entity.js';

/** Finds the objects of all modules and users that use a custom field. */
@Injectable()
export class FieldUses {
  private known: FieldDependents[] | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  async find({ resource, key }: Pick<CustomField, 'resource' | 'key'>): Promise<FieldDependent[]> {
    this.known ??= this.discovery
      .getProviders()
      .filter(({ metatype, instance }) => metatype && instance && this.reflector.get(FIELD_DEPENDENTS, metatype))
      .map(({ instance }) => instance as FieldDependents);
    const { known } = this;
    const found: FieldDependent[] = [];
    await withoutVisibility(async () => {
      for (const dependents of known) found.push(...(await dependents.find(resource, `custom.${key}`)));
    });
    return found.sort((a, b) => a.title.localeCompare(b.title) || a.path.localeCompare(b.path));
  }
}
