import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { ownerOfNew } from '../../../platform/records/index.js';
import { Users } from '../../users/index.js';
import type { Lead } from '../lead.entity.js';
import type { LeadView } from '../leads.dto.js';
import { ConversionChoices, type Choices } from './conversion-choices.js';
import { ConversionJournal } from './conversion-journal.js';
import type { NotCarriedView, LeadConversion, LeadConversionView, TargetName } from './conversion.dto.js';
import { RESOURCE } from './targets/conversion-targets.js';
import { displayName, type Values } from './targets/lead-values.js';
import { TargetWrites, type Task, type Written } from './targets/target-writes.js';

export type ConversionOutcome = Omit<LeadConversionView, 'lead' | 'dryRun'>;

/** Owner and team of the created records. */
interface ConversionAssignment {
  readonly assignment: Values;
  /** Whether the caller replaces the owner of the lead. */
  readonly isReplaced: boolean;
}

type WrittenTargets = Readonly<Record<TargetName, Written | null>>;

/** Writes the company, the contact and the deal of a lead inside the transaction of its conversion. */
@Injectable()
export class LeadConverter {
  constructor(
    private readonly choices: ConversionChoices,
    private readonly targets: TargetWrites,
    private readonly journal: ConversionJournal,
    private readonly users: Users,
  ) {}

  async convert(actor: Actor, record: Lead, lead: LeadView, patch: LeadConversion): Promise<ConversionOutcome> {
    record.requireConvertible();
    const choices = await this.choices.resolve(actor, lead, patch);
    const created = (['company', 'contact', 'deal'] as const).filter(
      (name) => choices[name] && 'values' in choices[name],
    );
    const { assignment, isReplaced } = await this.assignmentOf(actor, lead, patch.ownerId, created);
    const { company, contact, deal } = await this.write({ actor, lead, assignment }, choices);
    const into = { companyId: idOf(company), contactId: idOf(contact), dealId: idOf(deal) };
    const conversionId = await this.journal.write(
      actor,
      lead.id,
      displayName({ company: company?.step, contact: contact?.step, deal: deal?.step }),
    );
    const activities = await this.journal.carryActivities(conversionId, lead.id, into);
    record.convert(into);
    return {
      company: company?.view ?? null,
      contact: contact?.view ?? null,
      deal: deal?.view ?? null,
      activities,
      notCarried: [
        ...[company, contact, deal].flatMap((one) => one?.notCarried ?? []),
        ...(isReplaced ? created.map(ownerNotCarried) : []),
      ],
    };
  }

  // Order: company, contact, deal. Each record links to the earlier records, and a fixed lock order prevents deadlocks.
  private async write(task: Omit<Task, 'name' | 'links'>, choices: Choices): Promise<WrittenTargets> {
    const write = async (name: TargetName, links: Values): Promise<Written | null> => {
      const choice = choices[name];
      return choice ? this.targets.write({ ...task, name, links }, choice) : null;
    };
    const company = await write('company', {});
    const companyId = idOf(company);
    // A new contact of a new company is its primary contact.
    const contact = await write('contact', {
      ...(companyId && { companyId }),
      ...(company?.view.created && choices.contact && 'values' in choices.contact && { isPrimary: true }),
    });
    const contactId = idOf(contact);
    const deal = await write('deal', { ...(companyId && { companyId }), ...(contactId && { contactId }) });
    return { company, contact, deal };
  }

  /**
   * Owner and team of the created records: `ownerId` of the request, else the owner of the lead. The caller replaces an
   * inactive owner, or an owner without permission to read the records.
   */
  private async assignmentOf(
    actor: Actor,
    { ownerId, teamId }: LeadView,
    requestedOwnerId: string | null | undefined,
    created: readonly TargetName[],
  ): Promise<ConversionAssignment> {
    if (requestedOwnerId !== undefined) return { assignment: { ownerId: requestedOwnerId }, isReplaced: false };
    if (!ownerId) return { assignment: { ownerId: ownerOfNew(actor, { teamId }), teamId }, isReplaced: false };
    const isReplaced =
      ownerId !== actor.userId &&
      !(await this.users.canOwn(
        ownerId,
        created.map((name) => `${RESOURCE[name]}:read` as const),
      ));
    return { assignment: { ownerId: isReplaced ? actor.userId : ownerId }, isReplaced };
  }
}

const ownerNotCarried = (target: TargetName): NotCarriedView => ({
  target,
  field: 'ownerId',
  code: 'owner-unavailable',
  detail:
    'the owner of the lead is inactive or cannot read these records, so the user who converted the lead is the owner',
});

const idOf = (written: Written | null): string | null => written?.view.id ?? null;
