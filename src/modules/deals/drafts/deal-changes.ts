import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { mergePatch } from '../../../kernel/merge-patch.js';
import { twoPlaces } from '../../../kernel/money.js';
import { CustomFields, type RecordAssignment } from '../../../platform/records/index.js';
import { Team, User, Users } from '../../users/index.js';
import type { Deal } from '../deal.entity.js';
import type { DealUpdate, DealView } from '../deals.dto.js';
import { DealStages } from '../progress/deal-stages.js';
import { DealLinks } from './deal-links.js';

/** Fields that are simply taken over; what comes with an upsert besides, such as a stage, is not. */
const PLAIN = [
  'title',
  'description',
  'currency',
  'priority',
  'source',
  'expectedCloseDate',
  'companyId',
  'contactId',
  'leadId',
  'tags',
] as const;

/** Puts wanted values on a deal, with what follows from them. */
@Injectable()
export class DealChanges {
  constructor(
    private readonly users: Users,
    private readonly links: DealLinks,
    private readonly stages: DealStages,
    private readonly customFields: CustomFields,
  ) {}

  async apply(actor: Actor, deal: Deal, before: DealView, wanted: DealUpdate): Promise<void> {
    await this.links.require(actor, wanted, before);
    for (const field of PLAIN) if (wanted[field] !== undefined) Object.assign(deal, { [field]: wanted[field] });
    if (wanted.value !== undefined) deal.value = wanted.value === null ? null : twoPlaces(wanted.value);
    if (wanted.externalIds)
      deal.externalIds = mergePatch(deal.externalIds, wanted.externalIds) as Record<string, string>;
    if (wanted.customFields)
      deal.customFields = await this.customFields.accept('deals', wanted.customFields, before.customFields);
    if (wanted.probability !== undefined) deal.estimate(wanted.probability, await this.stages.own(deal));
  }

  /** Who owns it already may stay, also after having lost the right to read deals. */
  async assign(deal: Deal, { ownerId, teamId }: RecordAssignment, em: EntityManager): Promise<void> {
    const place = await this.users.requirePlace(
      { ownerId, teamId: ownerId || teamId !== undefined ? teamId : deal.team?.id },
      'deals:read',
      deal.owner?.id,
    );
    deal.owner = place.ownerId ? em.getReference(User, place.ownerId) : null;
    deal.team = place.teamId ? em.getReference(Team, place.teamId) : null;
  }

  /** What became of its stage while it was deleted, it follows now. */
  async restore(deal: Deal): Promise<void> {
    deal.restore();
    deal.follow(await this.stages.own(deal));
  }
}
