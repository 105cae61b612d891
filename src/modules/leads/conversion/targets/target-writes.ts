import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../../kernel/actor.js';
import { DomainError, type ProblemExtras } from '../../../../kernel/errors.js';
import { AfterRollback, withoutVisibility } from '../../../../platform/database/index.js';
import type { LeadView } from '../../leads.dto.js';
import { CarriedCustomValues } from './carried-custom-values.js';
import type { ConversionChoice } from '../conversion-choices.js';
import { ConversionDuplicates } from '../conversion-duplicates.js';
import { checksumOf, type ConversionStep } from '../conversion-journal.js';
import { ConversionTargets, targetNameOf, type TargetRecord } from './conversion-targets.js';
import type { ConversionTargetView, NotCarriedView, TargetName } from '../conversion.dto.js';
import { fillingOf, type Filling } from './filling.js';
import { providedValues, type Values } from './lead-values.js';

export interface Task {
  readonly actor: Actor;
  readonly lead: LeadView;
  readonly name: TargetName;
  /** Ids of the records that were written before, such as `companyId`. */
  readonly links: Values;
  /** Owner and team of a new record. */
  readonly assignment: Values;
}

export interface Written {
  readonly view: ConversionTargetView & { readonly id: string };
  readonly step: ConversionStep;
  readonly notCarried: readonly NotCarriedView[];
}

/** Creates the target of a conversion, or fills an existing record. */
@Injectable()
export class TargetWrites {
  constructor(
    private readonly targets: ConversionTargets,
    private readonly custom: CarriedCustomValues,
    private readonly duplicates: ConversionDuplicates,
  ) {}

  write(task: Task, choice: ConversionChoice): Promise<Written> {
    return 'record' in choice
      ? this.fill(task, choice.record, [...choice.matchedBy])
      : this.create(task, choice.values, choice.own);
  }

  private async create({ actor, lead, name, links, assignment }: Task, values: Values, own: Values): Promise<Written> {
    const said = (own['customFields'] ?? {}) as Values;
    const custom = await this.custom.select(name, lead.customFields, said);
    const isOthers = name === 'company' && !('domain' in own) && (await this.duplicates.isTaken('company', values));
    const whole = {
      ...values,
      ...links,
      ...assignment,
      ...(isOthers && { domain: null }),
      customFields: { ...custom.values, ...said },
    };
    const record = await withoutVisibility(() => this.targets.desk(name).create(seeingAll(actor), whole)).catch(
      (error: unknown) => this.reject(actor, name, error),
    );
    return {
      ...createdTarget(record, whole),
      notCarried: [
        ...custom.notCarried,
        ...otherName(name, lead, own, record),
        ...(isOthers ? [notCarried(name, 'domain', 'taken', 'another company has this domain')] : []),
      ],
    };
  }

  private async fill(
    { actor, lead, name, links }: Task,
    record: TargetRecord,
    matchedBy: ConversionTargetView['matchedBy'],
  ): Promise<Written> {
    const custom = await this.custom.select(name, lead.customFields, providedValues(record.customFields));
    const { filled, unchanged, tagsAdded, rejected } = await this.fillingFor(name, lead, record, links);
    const changes = {
      ...filled,
      ...(tagsAdded.length > 0 && { tags: [...record.tags, ...tagsAdded] }),
      ...(Object.keys(custom.values).length > 0 && { customFields: custom.values }),
    };
    const after = await this.update(actor, name, record, changes);
    const fields = [...Object.keys(filled), ...Object.keys(custom.values).map((key) => `customFields.${key}`)];
    return {
      view: {
        id: record.id,
        name: targetNameOf(after),
        created: false,
        matchedBy,
        filled: fields,
        unchanged: [...unchanged, ...retainedCustomFields(lead, record)],
        tagsAdded: [...tagsAdded],
        values: changes,
      },
      step: filledStep(after, fields, tagsAdded),
      notCarried: [...rejected, ...custom.notCarried],
    };
  }

  private async update(actor: Actor, name: TargetName, record: TargetRecord, changes: Values): Promise<TargetRecord> {
    if (Object.keys(changes).length === 0) return record;
    return withoutVisibility(() => this.targets.desk(name).update(seeingAll(actor), record.id, changes)).catch(
      (error: unknown) => this.reject(actor, name, error),
    );
  }

  /**
   * The write ignored the visibility of the caller. Hides the id of a conflicting record that the caller cannot see.
   */
  private async reject(actor: Actor, name: TargetName, error: unknown): Promise<never> {
    throw error instanceof AfterRollback
      ? error.map((explained) => this.forCaller(actor, name, explained))
      : await this.forCaller(actor, name, error);
  }

  private async forCaller(actor: Actor, name: TargetName, error: unknown): Promise<unknown> {
    const { existingId } = (error instanceof DomainError && error.extras.members) || {};
    const isSeen = typeof existingId !== 'string' || (await this.targets.isSeen(actor, name, existingId));
    return inTarget(isSeen ? error : withoutMembers(error as DomainError), name);
  }

  /** Does not fill a domain or e-mail address that another record already has. */
  private async fillingFor(
    name: TargetName,
    lead: LeadView,
    record: TargetRecord,
    links: Values,
  ): Promise<Filling & { readonly rejected: readonly NotCarriedView[] }> {
    const filling = fillingOf(name, lead, record, links);
    const unique = name === 'company' ? 'domain' : 'email';
    if (name === 'deal' || !(unique in filling.filled) || !(await this.duplicates.isTaken(name, filling.filled)))
      return { ...filling, rejected: filling.unfit };
    const { [unique]: _taken, ...filled } = filling.filled;
    return {
      ...filling,
      filled,
      rejected: [
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

const createdTarget = (record: TargetRecord, values: Values): Pick<Written, 'view' | 'step'> => ({
  view: {
    id: record.id,
    name: targetNameOf(record),
    created: true,
    matchedBy: [],
    filled: [],
    unchanged: [],
    tagsAdded: [],
    values: providedValues(values),
  },
  step: { id: record.id, created: true, version: record.version, filled: {}, tags: [] },
});

const filledStep = (after: TargetRecord, fields: readonly string[], tags: readonly string[]): ConversionStep => ({
  id: after.id,
  created: false,
  version: after.version,
  filled: Object.fromEntries(fields.map((field) => [field, checksumOf(fieldOf(after, field))])),
  tags,
});

/** Custom fields that keep a value other than the value of the lead. */
const retainedCustomFields = (lead: LeadView, record: TargetRecord): string[] =>
  Object.entries(providedValues(lead.customFields))
    .filter(
      ([key, value]) =>
        Object.hasOwn(providedValues(record.customFields), key) &&
        checksumOf(record.customFields[key]) !== checksumOf(value),
    )
    .map(([key]) => `customFields.${key}`);

/** Returns the value of a field, or of a custom field such as `customFields.industry`. */
export function fieldOf(record: object, field: string): unknown {
  const values = record as { customFields: Values } & Values;
  return field.startsWith('customFields.') ? values.customFields[field.slice('customFields.'.length)] : values[field];
}

/** Reports a contact if its name, built from first and last name, differs from the full name of the lead. */
const otherName = (name: TargetName, lead: LeadView, own: Values, record: TargetRecord): NotCarriedView[] =>
  name === 'contact' &&
  !['name', 'firstName', 'lastName'].some((field) => field in own) &&
  targetNameOf(record) !== lead.name
    ? [notCarried('contact', 'name', 'other-name', 'the full name of the lead is not its first and last name')]
    : [];

const notCarried = (target: TargetName, field: string, code: string, detail: string): NotCarriedView => ({
  target,
  field,
  code,
  detail,
});

/**
 * Created records must link to each other, even if the caller cannot see all of them. Visibility of existing records
 * was checked before.
 */
const seeingAll = (actor: Actor): Actor => ({
  ...actor,
  recordAccess: 'all',
  permissions: new Set([...actor.permissions, 'leads:read', 'companies:read', 'contacts:read']),
});

const OF_ALL = new Set(['#/ownerId', '#/teamId']);

const withoutMembers = (error: DomainError): DomainError => withExtras(error, { ...error.extras, members: {} });

const withExtras = (error: DomainError, extras: ProblemExtras): DomainError =>
  Object.assign(Object.create(Object.getPrototypeOf(error) as object) as DomainError, error, {
    message: error.message,
    extras,
  });

/** Changes the pointers of errors to positions in the body of the conversion request. */
function inTarget(error: unknown, name: TargetName): unknown {
  if (!(error instanceof DomainError) || !error.extras.errors) return error;
  const errors = error.extras.errors.map((one) =>
    one.pointer === undefined || OF_ALL.has(one.pointer)
      ? one
      : { ...one, pointer: `#/${name}/create${one.pointer.slice(1)}` },
  );
  return withExtras(error, { ...error.extras, errors });
}
