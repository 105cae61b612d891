import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/errors.js';
import { matches, parseFilter, type Fields, type Filter } from '../../../platform/query/index.js';
import { CustomFields } from '../../../platform/records/index.js';
import { checkSetting, Settings, type ScoringRule } from '../../settings/index.js';
import type { ScoreReason } from '../lead.entity.js';
import { leadType } from '../lead.type.js';

interface ScoreRule {
  readonly name: string;
  readonly points: number;
  readonly when: Filter;
}

/** Parsed scoring rules, cached until the setting or the fields change. */
interface ParsedRules {
  readonly source: readonly unknown[];
  readonly fields: Fields;
  readonly rules: readonly ScoreRule[];
}

export interface Score {
  readonly score: number;
  readonly scoreReasons: ScoreReason[];
}

checkSetting('lead_scoring_rules', (rules) =>
  rules.forEach(({ when }, index) => parseFilter(when, leadType.source.fields, `#/value/${index}/when`)),
);

/** Calculates the score of a lead with the scoring rules of the settings. The sum is limited to 0–100. */
@Injectable()
export class LeadScore {
  private parsed: ParsedRules | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly customFields: CustomFields,
  ) {}

  async calculate(lead: Readonly<Record<string, unknown>>): Promise<Score> {
    const { rules, fields } = await this.read();
    const context = { userId: '', now: new Date(), country: await this.settings.get('default_country') };
    const scoreReasons = rules
      .filter(({ when }) => matches(when, lead, fields, context))
      .map(({ name, points }) => ({ rule: name, points }));
    const sum = scoreReasons.reduce((total, { points }) => total + points, 0);
    return { score: Math.max(0, Math.min(100, sum)), scoreReasons };
  }

  private async read(): Promise<ParsedRules> {
    const source = await this.settings.get('lead_scoring_rules');
    const fields = await this.customFields.fieldsOf('leads', leadType.source.fields);
    if (this.parsed?.source !== source || this.parsed.fields !== fields)
      this.parsed = { source, fields, rules: source.flatMap((rule) => readable(rule, fields)) };
    return this.parsed;
  }
}

/** A rule with a deleted field gives no points, because its condition without the field would mean something else. */
function readable({ name, points, when }: ScoringRule, fields: Fields): ScoreRule[] {
  try {
    return [{ name, points, when: parseFilter(when, fields) }];
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}
