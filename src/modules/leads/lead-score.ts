import { Injectable } from '@nestjs/common';
import { matches, parseFilter, type Filter } from '../../platform/query/index.js';
import { checkSetting, Settings } from '../settings/index.js';
import type { ScoreReason } from './lead.entity.js';
import { leadFields } from './leads.fields.js';

interface ScoreRule {
  readonly name: string;
  readonly points: number;
  readonly when: Filter;
}

/** The setting's value as it was parsed; parsed again only when the setting has changed. */
interface ParsedRules {
  readonly source: readonly unknown[];
  readonly rules: readonly ScoreRule[];
}

export interface Score {
  readonly score: number;
  readonly scoreReasons: ScoreReason[];
}

checkSetting('lead_scoring_rules', (rules) =>
  rules.forEach(({ when }, index) => parseFilter(when, leadFields, `#/value/${index}/when`)),
);

/** Scores leads by the rules in the settings: points are added up and kept within 0 and 100. */
@Injectable()
export class LeadScore {
  private parsed: ParsedRules | undefined;

  constructor(private readonly settings: Settings) {}

  async of(lead: Readonly<Record<string, unknown>>): Promise<Score> {
    const rules = await this.rules();
    const context = { userId: '', now: new Date() };
    const scoreReasons = rules
      .filter(({ when }) => matches(when, lead, leadFields, context))
      .map(({ name, points }) => ({ rule: name, points }));
    const sum = scoreReasons.reduce((total, { points }) => total + points, 0);
    return { score: Math.max(0, Math.min(100, sum)), scoreReasons };
  }

  private async rules(): Promise<readonly ScoreRule[]> {
    const source = await this.settings.get('lead_scoring_rules');
    if (this.parsed?.source !== source) {
      this.parsed = {
        source,
        rules: source.map(({ name, points, when }) => ({ name, points, when: parseFilter(when, leadFields) })),
      };
    }
    return this.parsed.rules;
  }
}
