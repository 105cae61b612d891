import { Injectable } from '@nestjs/common';
import {
  DependsOnFields,
  namesField,
  type FieldDependent,
  type FieldDependents,
} from '../../../kernel/records/field-dependents.js';
import { Settings } from '../../settings/index.js';

/** Finds scoring rules with a condition on a custom field of leads. */
@DependsOnFields()
@Injectable()
export class ScoringFieldDependents implements FieldDependents {
  constructor(private readonly settings: Settings) {}

  async find(resource: string, field: string): Promise<readonly FieldDependent[]> {
    if (resource !== 'leads') return [];
    const rules = await this.settings.get('lead_scoring_rules');
    return rules
      .filter(({ when }) => namesField(when, field))
      .map(({ name }) => ({
        ownerId: null,
        title: `Scoring rule ${JSON.stringify(name)}`,
        effect: 'gives no points',
        path: '/settings/lead_scoring_rules',
      }));
  }
}
