import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Refusal } from '../../../kernel/errors.js';
import { beyondSight } from '../../../platform/database/index.js';
import type { LeadView } from '../leads.dto.js';
import { CarriedCustomValues } from './carried-custom-values.js';
import type { Choice } from './conversion-choices.js';
import { ConversionDuplicates } from './conversion-duplicates.js';
import { digestOf, type Step } from './conversion-journal.js';
import { ConversionTargets, nameOf, type TargetRecord } from './conversion-targets.js';
import type { ConversionTargetView, NotCarriedView, TargetName } from './conversion.dto.js';
import { fillingOf, type Filling } from './filling.js';
import { given, type Values } from './lead-values.js';

/** One target of one conversion. */
export interface Task {
  readonly actor: Actor;
  readonly lead: LeadView;
  readonly name: TargetName;
  /** What it is linked to of what came before it. */
  readonly links: Values;
  /** Whose a new one is. */
  readonly place: Values;
}

export interface Written {
  readonly view: ConversionTargetView & { readonly id: string };
  readonly step: Step;
  readonly notCarried: readonly NotCarriedView[];
}

/** Makes what a lead becomes, or fills what is there. */
@Injectable()
export class TargetWrites {
  constructor(
    private readonly targets: ConversionTargets,
    private readonly custom: CarriedCustomValues,
    private readonly duplicates: ConversionDuplicates,
  ) {}

  write(task: Task, choice: Choice): Promise<Written> {
    return 'record' in choice
      ? this.fill(task, choice.record, [...choice.matchedBy])
      : this.make(task, choice.values, choice.own);
  }

  private async make({ actor, lead, name, links, place }: Task, values: Values, own: Values): Promise<Written> {
    const said = (own['customFields'] ?? {}) as Values;
    const custom = await this.custom.of(name, lead.customFields, said);
    const isOthers = name === 'company' && !('domain' in own) && (await this.duplicates.isTaken('company', values));
    const whole = {
      ...values,
      ...links,
      ...place,
      ...(isOthers && { domain: null }),
      customFields: { ...custom.values, ...said },
    };
    const record = await beyondSight(() => this.targets.desk(name).create(seeingAll(actor), whole)).catch(
      (error: unknown) => Promise.reject(inTarget(error, name)),
    );
    return {
      view: {
        id: record.id,
        name: nameOf(record),
        made: true,
        matchedBy: [],
        filled: [],
        kept: [],
        tagsAdded: [],
        values: given(whole),
      },
      step: { id: record.id, made: true, version: record.version, filled: {}, tags: [] },
      notCarried: [
        ...custom.notCarried,
        ...(isOthers ? [notCarried(name, 'domain', 'taken', 'another company has this domain')] : []),
      ],
    };
  }

  private async fill(
    { actor, lead, name, links }: Task,
    record: TargetRecord,
    matchedBy: ConversionTargetView['matchedBy'],
  ): Promise<Written> {
    const custom = await this.custom.of(name, lead.customFields, given(record.customFields));
    const { filled, kept, tagsAdded, refused } = await this.fillingFor(name, lead, record, links);
    const changes = {
      ...filled,
      ...(tagsAdded.length > 0 && { tags: [...record.tags, ...tagsAdded] }),
      ...(Object.keys(custom.values).length > 0 && { customFields: custom.values }),
    };
    const after =
      Object.keys(changes).length === 0
        ? record
        : await beyondSight(() => this.targets.desk(name).update(seeingAll(actor), record.id, changes));
    const digests = [...Object.keys(filled), ...Object.keys(custom.values).map((key) => `customFields.${key}`)].map(
      (field) => [field, digestOf(fieldOf(after, field))] as const,
    );
    return {
      view: {
        id: record.id,
        name: nameOf(after),
        made: false,
        matchedBy,
        filled: digests.map(([field]) => field),
        kept: [...kept, ...keptCustom(lead, record)],
        tagsAdded: [...tagsAdded],
        values: changes,
      },
      step: {
        id: record.id,
        made: false,
        version: after.version,
        filled: Object.fromEntries(digests),
        tags: tagsAdded,
      },
      notCarried: [...refused, ...custom.notCarried],
    };
  }

  /** A value that is another one's alone is left to them. */
  private async fillingFor(
    name: TargetName,
    lead: LeadView,
    record: TargetRecord,
    links: Values,
  ): Promise<Filling & { readonly refused: readonly NotCarriedView[] }> {
    const filling = fillingOf(name, lead, record, links);
    const unique = name === 'company' ? 'domain' : 'email';
    if (name === 'deal' || !(unique in filling.filled) || !(await this.duplicates.isTaken(name, filling.filled)))
      return { ...filling, refused: filling.unfit };
    const { [unique]: _taken, ...filled } = filling.filled;
    return {
      ...filling,
      filled,
      refused: [
        ...filling.unfit,
        notCarried(
          name,
          unique,
          'taken',
          `another ${name} has this ${unique === 'email' ? 'e-mail address' : 'domain'}`,
        ),
      ],
    };
  }
}

/** Custom fields that have a value of their own. */
const keptCustom = (lead: LeadView, record: TargetRecord): string[] =>
  Object.entries(given(lead.customFields))
    .filter(
      ([key, value]) => key in given(record.customFields) && digestOf(record.customFields[key]) !== digestOf(value),
    )
    .map(([key]) => `customFields.${key}`);

/** `customFields.industry` is inside. */
export function fieldOf(record: object, field: string): unknown {
  const values = record as { customFields: Values } & Values;
  return field.startsWith('customFields.') ? values.customFields[field.slice('customFields.'.length)] : values[field];
}

const notCarried = (target: TargetName, field: string, code: string, detail: string): NotCarriedView => ({
  target,
  field,
  code,
  detail,
});

/** What is made together is linked together, also where its owner is somebody whose records the caller does not see. What was there has been looked at before. */
const seeingAll = (actor: Actor): Actor => ({
  ...actor,
  recordAccess: 'all',
  permissions: new Set([...actor.permissions, 'leads:read', 'companies:read', 'contacts:read']),
});

const OF_ALL = new Set(['#/ownerId', '#/teamId']);

/** Where in this body the mistake is. */
function inTarget(error: unknown, name: TargetName): unknown {
  if (!(error instanceof Refusal) || !error.extras.errors) return error;
  const errors = error.extras.errors.map((one) =>
    one.pointer === undefined || OF_ALL.has(one.pointer)
      ? one
      : { ...one, pointer: `#/${name}/create${one.pointer.slice(1)}` },
  );
  return Object.assign(Object.create(Object.getPrototypeOf(error) as object) as Refusal, error, {
    message: error.message,
    extras: { ...error.extras, errors },
  });
}
