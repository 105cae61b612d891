import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError } from '../../../kernel/errors.js';
import { RecordWrites } from '../../../platform/records/index.js';
import type { Lead } from '../lead.entity.js';
import type { LeadView } from '../leads.dto.js';
import { leadUnconverted } from '../leads.events.js';
import { leadType } from '../lead.type.js';
import { ConversionJournal, type ConversionStep, type Steps } from './conversion-journal.js';
import { ConversionTargets } from './targets/conversion-targets.js';
import { ConversionReferences } from './conversion-references.js';
import { TARGETS, type TargetName } from './conversion.dto.js';
import type { Values } from './targets/lead-values.js';

/** Fields that are not nullable; an empty text clears them. */
const EMPTY_TEXTS = new Set(['description']);
const CUSTOM = 'customFields.';

/** Undoes a conversion if its records were not changed or used since. */
@Injectable()
export class UnconversionService {
  constructor(
    private readonly writes: RecordWrites,
    private readonly journal: ConversionJournal,
    private readonly references: ConversionReferences,
    private readonly targets: ConversionTargets,
  ) {}

  unconvert(actor: Actor, id: string, version?: number): Promise<LeadView> {
    return this.writes.change(leadType, actor, id, {
      version,
      event: leadUnconverted,
      apply: (lead, _, em) => this.takeBack(actor, lead, em),
    });
  }

  private async takeBack(actor: Actor, lead: Lead, em: EntityManager): Promise<void> {
    const into = {
      companyId: lead.convertedCompanyId ?? null,
      contactId: lead.convertedContactId ?? null,
      dealId: lead.convertedDealId ?? null,
    };
    lead.unconvert();
    const standing = await this.journal.standing(lead.id);
    if (!standing) throw changed([]);
    this.requirePermissions(actor, standing.targets);
    const references = await this.references.list(actor, lead.id, standing);
    if (references.length > 0) throw changed(references);
    await em.flush();
    await this.journal.returnActivities(standing.id, into);
    await this.undo(actor, standing.targets);
    await this.journal.close(actor, standing.id);
  }

  private requirePermissions(actor: Actor, steps: Steps): void {
    for (const name of TARGETS)
      if (steps[name]) this.targets.requirePermissions(actor, name, steps[name].created ? 'delete' : 'update');
  }

  /** Clears filled fields first and purges created records last, so that no purge removes a link of another record. */
  private async undo(actor: Actor, steps: Steps): Promise<void> {
    const all = TARGETS.toReversed().flatMap((name) => (steps[name] ? [[name, steps[name]] as const] : []));
    for (const [name, step] of all) if (!step.created) await this.empty(actor, name, step);
    for (const [name, step] of all) if (step.created) await this.targets.desk(name).purge(actor, step.id);
  }

  private async empty(actor: Actor, name: TargetName, { id, filled, tags }: ConversionStep): Promise<void> {
    const fields = Object.keys(filled);
    const custom = fields
      .filter((field) => field.startsWith(CUSTOM))
      .map((field) => [field.slice(CUSTOM.length), null]);
    const plain = fields
      .filter((field) => !field.startsWith(CUSTOM))
      .map((field) => [field, EMPTY_TEXTS.has(field) ? '' : null]);
    const left = tags.length > 0 && (await this.targets.get(actor, name, id)).tags.filter((tag) => !tags.includes(tag));
    const changes: Values = {
      ...Object.fromEntries(plain),
      ...(custom.length > 0 && { customFields: Object.fromEntries(custom) as Values }),
      ...(left && { tags: left }),
    };
    if (Object.keys(changes).length > 0) await this.targets.desk(name).update(actor, id, changes);
  }
}

const changed = (changes: readonly object[]): ConflictError =>
  new ConflictError(
    'conversion-changed',
    'The created records were changed or used since the conversion, so it cannot be undone.',
    { members: { changes } },
  );
