import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError, GoneError, UnprocessableError, invalidAt, NotFoundError } from '../../../kernel/errors.js';
import type { DuplicateReason } from '../../../platform/records/index.js';
import type { LeadView } from '../leads.dto.js';
import { ConversionDuplicates, likeliest, type Doubled, type FoundDuplicate } from './conversion-duplicates.js';
import { ConversionTargets, type TargetRecord } from './targets/conversion-targets.js';
import type { LeadConversion, TargetName } from './conversion.dto.js';
import { domainOf, displayName, leadValuesOf, type Values } from './targets/lead-values.js';

/** An existing record, or the values of a new record. `own` are the values from the request. */
export type ConversionChoice =
  | { readonly record: TargetRecord; readonly matchedBy: readonly DuplicateReason[] }
  | { readonly values: Values; readonly own: Values };
export type Choices = Readonly<Record<TargetName, ConversionChoice | null>>;

interface Wish {
  readonly id?: string;
  readonly create?: object;
}

interface Request {
  readonly actor: Actor;
  readonly lead: LeadView;
  readonly patch: LeadConversion;
  /** Possible duplicates by target. They are collected first, so that one error lists all of them. */
  readonly doubled: Map<Doubled, FoundDuplicate>;
}

/** Decides which records a conversion creates or links. Writes nothing. */
@Injectable()
export class ConversionChoices {
  constructor(
    private readonly targets: ConversionTargets,
    private readonly duplicates: ConversionDuplicates,
  ) {}

  async resolve(actor: Actor, lead: LeadView, patch: LeadConversion): Promise<Choices> {
    const request: Request = { actor, lead, patch, doubled: new Map() };
    const contact = await this.decide(request, 'contact', patch.contact === undefined ? { create: {} } : patch.contact);
    const company = await this.decide(
      request,
      'company',
      patch.company === undefined ? await this.companyFor(request, contact) : patch.company,
    );
    const deal = await this.decide(request, 'deal', patch.deal ?? null);
    if (!company && !contact && !deal)
      throw new UnprocessableError('nothing-to-convert', 'A conversion needs at least a company, a contact or a deal.');
    rejectDuplicate(request.doubled);
    return { company, contact, deal };
  }

  /**
   * An existing contact with a company decides the company. If the actor cannot see that company, no company is linked.
   */
  private async companyFor({ actor, lead }: Request, contact: ConversionChoice | null): Promise<Wish | null> {
    const id =
      contact && 'record' in contact
        ? (contact.record as TargetRecord & { companyId?: string | null }).companyId
        : null;
    if (!id) return lead.company === null ? null : { create: {} };
    try {
      return { id: (await this.targets.get(actor, 'company', id)).id };
    } catch (error) {
      if (error instanceof NotFoundError || error instanceof GoneError) return null;
      throw error;
    }
  }

  private async decide(request: Request, name: TargetName, wish: Wish | null): Promise<ConversionChoice | null> {
    if (wish === null) return null;
    if ((wish.id === undefined) === (wish.create === undefined))
      throw invalidAt(`#/${name}`, 'exactly-one', 'must have exactly one of id, create');
    if (wish.id !== undefined) return this.existing(request, name, wish.id, []);
    this.targets.requirePermissions(request.actor, name, 'create');
    const own = displayName(wish.create ?? {});
    const values = valuesOfNew(name, request.lead, own);
    const found =
      name === 'deal' || request.patch.onDuplicate === 'create' ? undefined : await this.double(request, name, values);
    return found ?? { values, own };
  }

  private async double(request: Request, name: Doubled, values: Values): Promise<ConversionChoice | undefined> {
    const found = await this.duplicates.find(request.actor, name, values);
    const likely = request.patch.onDuplicate === 'use' ? likeliest(found) : undefined;
    if (likely) return this.existing(request, name, likely.id, likely.reasons);
    if (found.isTakenUnseen || (request.patch.onDuplicate !== 'use' && found.candidates.length > 0))
      request.doubled.set(name, found);
    return undefined;
  }

  private async existing(
    { actor }: Request,
    name: TargetName,
    id: string,
    matchedBy: readonly DuplicateReason[],
  ): Promise<ConversionChoice> {
    this.targets.requirePermissions(actor, name, 'update');
    return { record: await this.targets.require(actor, name, id), matchedBy };
  }
}

/**
 * Merges the values of the lead with the values of the request, which take precedence. A full name in the request
 * replaces first and last name of the lead. A website in the request replaces the domain of the lead.
 */
function valuesOfNew(name: TargetName, lead: LeadView, own: Values): Values {
  const { firstName, lastName, domain, ...values } = leadValuesOf[name](lead);
  const parts = 'name' in own || (firstName === undefined && lastName === undefined) ? {} : { firstName, lastName };
  const site = 'website' in own ? domainOf({ website: own['website'] as string | null, email: lead.email }) : domain;
  const merged: Values = {
    ...displayName(values),
    ...displayName(parts),
    ...(name === 'company' && site !== undefined && { domain: site }),
    ...own,
  };
  if (name === 'company' && merged['name'] === undefined)
    throw invalidAt('#/company/create/name', 'required', 'the lead names no company');
  return merged;
}

function rejectDuplicate(doubled: ReadonlyMap<Doubled, FoundDuplicate>): void {
  if (doubled.size === 0) return;
  const listed = (name: Doubled): object[] =>
    (doubled.get(name)?.candidates ?? []).map(({ id, name: called, likelihood, reasons }) => ({
      [name]: { id, name: called },
      likelihood,
      reasons,
    }));
  const unseen = [...doubled].filter(([, { isTakenUnseen }]) => isTakenUnseen).map(([name]) => name);
  throw new ConflictError(
    'conversion-duplicates',
    'The company or contact may already exist. Set its id, or set "onDuplicate".',
    {
      members: { companies: listed('company'), contacts: listed('contact'), notVisible: unseen },
    },
  );
}
