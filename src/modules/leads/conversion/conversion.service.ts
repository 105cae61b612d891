import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Database } from '../../../platform/database/index.js';
import { RecordWrites } from '../../../platform/records/index.js';
import type { LeadView } from '../leads.dto.js';
import { leadConverted } from '../leads.events.js';
import { leadType } from '../lead.type.js';
import type { ConversionTargetView, LeadConversion, LeadConversionView } from './conversion.dto.js';
import { LeadConverter, type ConversionOutcome } from './lead-converter.js';
import type { Values } from './targets/lead-values.js';

interface Performed {
  readonly before: LeadView;
  readonly after: LeadView;
  readonly outcome: ConversionOutcome;
}

/** Converts a lead into a company, a contact and a deal in one transaction. */
@Injectable()
export class ConversionService {
  constructor(
    private readonly database: Database,
    private readonly writes: RecordWrites,
    private readonly converter: LeadConverter,
  ) {}

  async convert(actor: Actor, id: string, patch: LeadConversion, version?: number): Promise<LeadConversionView> {
    if (patch.dryRun) return this.rehearse(actor, id, patch, version);
    const { after, outcome } = await this.perform(actor, id, patch, version);
    return { lead: after, dryRun: false, ...outcome };
  }

  /** Rolls back only the conversion. The request keeps its own rows, such as the row of its idempotency key. */
  private async rehearse(
    actor: Actor,
    id: string,
    patch: LeadConversion,
    version?: number,
  ): Promise<LeadConversionView> {
    const { before, outcome } = await this.database.rehearse(() => this.perform(actor, id, patch, version));
    const { company, contact, deal, ...rest } = outcome;
    const unmade = (view: ConversionTargetView | null): ConversionTargetView | null =>
      view && { ...view, id: view.created ? null : view.id, values: withoutCreated(view.values, outcome) };
    return {
      lead: before,
      dryRun: true,
      company: unmade(company),
      contact: unmade(contact),
      deal: unmade(deal),
      ...rest,
    };
  }

  private async perform(actor: Actor, id: string, patch: LeadConversion, version?: number): Promise<Performed> {
    let done: Omit<Performed, 'after'> | undefined;
    const after = await this.writes.change(leadType, actor, id, {
      version,
      event: leadConverted,
      apply: async (record, before) => {
        done = { before, outcome: await this.converter.convert(actor, record, before, patch) };
      },
    });
    if (!done) throw new Error('A conversion ended without having begun');
    return { after, ...done };
  }
}

/** Removes the ids of records that a dry run does not create. */
function withoutCreated(values: Values, { company, contact }: ConversionOutcome): Values {
  const unmade = new Set([company, contact].flatMap((one) => (one?.created ? [one.id] : [])));
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !unmade.has(value as string)));
}
