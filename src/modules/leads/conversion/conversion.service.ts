import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { outsideUnit } from '../../../platform/database/index.js';
import { ownerOfNew, RecordWrites } from '../../../platform/records/index.js';
import type { Lead } from '../lead.entity.js';
import type { LeadView } from '../leads.dto.js';
import { leadConverted } from '../leads.events.js';
import { leadKind } from '../leads.queries.js';
import { ConversionChoices, type Choice } from './conversion-choices.js';
import { ConversionJournal } from './conversion-journal.js';
import type { ConversionTargetView, LeadConversion, LeadConversionView, TargetName } from './conversion.dto.js';
import { said, type Values } from './lead-values.js';
import { TargetWrites, type Task, type Written } from './target-writes.js';

type Outcome = Omit<LeadConversionView, 'lead' | 'dryRun'>;

/** Ends a dry run: whatever was written is rolled back with it. */
class Rehearsed extends Error {
  constructor(
    readonly lead: LeadView,
    readonly outcome: Outcome,
  ) {
    super('The conversion was only rehearsed.');
  }
}

/** A lead becomes a company, a contact and a deal, in one transaction. */
@Injectable()
export class ConversionService {
  constructor(
    private readonly writes: RecordWrites,
    private readonly choices: ConversionChoices,
    private readonly targets: TargetWrites,
    private readonly journal: ConversionJournal,
  ) {}

  async convert(actor: Actor, id: string, wanted: LeadConversion, version?: number): Promise<LeadConversionView> {
    if (wanted.dryRun) return this.rehearse(actor, id, wanted, version);
    const { lead, outcome } = await this.perform(actor, id, wanted, version);
    return { lead, dryRun: false, ...outcome };
  }

  /** In a transaction of its own, also where the request has one: what is kept of the request is not rolled back. */
  private async rehearse(
    actor: Actor,
    id: string,
    wanted: LeadConversion,
    version?: number,
  ): Promise<LeadConversionView> {
    try {
      await outsideUnit(() => this.perform(actor, id, wanted, version));
    } catch (error) {
      if (!(error instanceof Rehearsed)) throw error;
      const unmade = (view: ConversionTargetView | null): ConversionTargetView | null =>
        view && { ...view, id: view.made ? null : view.id, values: withoutMade(view.values, error.outcome) };
      const { company, contact, deal, ...rest } = error.outcome;
      return {
        lead: error.lead,
        dryRun: true,
        company: unmade(company),
        contact: unmade(contact),
        deal: unmade(deal),
        ...rest,
      };
    }
    throw new Error('A dry run was not rolled back');
  }

  private async perform(
    actor: Actor,
    id: string,
    wanted: LeadConversion,
    version?: number,
  ): Promise<{ lead: LeadView; outcome: Outcome }> {
    let outcome: Outcome | undefined;
    const lead = await this.writes.change(leadKind, actor, id, {
      version,
      event: leadConverted,
      apply: async (record, before) => {
        outcome = await this.carryOut(actor, record, before, wanted);
        if (wanted.dryRun) throw new Rehearsed(before, outcome);
      },
    });
    if (!outcome) throw new Error('A conversion ended without having begun');
    return { lead, outcome };
  }

  // The company before the contact before the deal: each is linked to those before it, and all lock in this order.
  private async carryOut(actor: Actor, record: Lead, lead: LeadView, wanted: LeadConversion): Promise<Outcome> {
    record.requireOpen();
    const choices = await this.choices.of(actor, lead, wanted);
    const place = placeOf(actor, lead, wanted.ownerId);
    const write = (name: TargetName, choice: Choice | null, links: Values): Promise<Written> | null =>
      choice ? this.targets.write({ actor, lead, name, links, place } satisfies Task, choice) : null;
    const company = await write('company', choices.company, {});
    const companyId = company?.view.id ?? null;
    // Whoever is the first at a company speaks for it.
    const contact = await write('contact', choices.contact, {
      ...(companyId && { companyId }),
      ...(company?.view.made && choices.contact && 'values' in choices.contact && { isPrimary: true }),
    });
    const contactId = contact?.view.id ?? null;
    const deal = await write('deal', choices.deal, {
      ...(companyId && { companyId }),
      ...(contactId && { contactId }),
    });
    const into = { companyId, contactId, dealId: deal?.view.id ?? null };
    const conversionId = await this.journal.write(
      actor,
      lead.id,
      said({ company: company?.step, contact: contact?.step, deal: deal?.step }),
    );
    const activities = await this.journal.carryActivities(conversionId, lead.id, into);
    record.convert(into);
    return {
      company: company?.view ?? null,
      contact: contact?.view ?? null,
      deal: deal?.view ?? null,
      activities,
      notCarried: [company, contact, deal].flatMap((one) => one?.notCarried ?? []),
    };
  }
}

/** As the lead's, unless somebody else is named; of a lead that is nobody's, as of any new record. */
function placeOf(actor: Actor, { ownerId, teamId }: LeadView, wanted: string | null | undefined): Values {
  if (wanted !== undefined) return { ownerId: wanted };
  if (ownerId) return { ownerId };
  return { ownerId: ownerOfNew(actor, { teamId }), teamId };
}

/** Ids of what is not there are told to nobody. */
function withoutMade(values: Values, { company, contact }: Outcome): Values {
  const unmade = new Set([company, contact].flatMap((one) => (one?.made ? [one.id] : [])));
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !unmade.has(value as string)));
}
