import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Conflict, Gone, Invalid, invalidAt, NotFound } from '../../../kernel/errors.js';
import type { DuplicateReason } from '../../../platform/records/index.js';
import type { LeadView } from '../leads.dto.js';
import { ConversionDuplicates, likeliest, type Doubled, type Found } from './conversion-duplicates.js';
import { ConversionTargets, type TargetRecord } from './conversion-targets.js';
import type { LeadConversion, TargetName } from './conversion.dto.js';
import { domainOf, said, valuesOf, type Values } from './lead-values.js';

/** One that is there, or the values of a new one. */
export type Choice =
  | { readonly record: TargetRecord; readonly matchedBy: readonly DuplicateReason[] }
  | { readonly values: Values; readonly own: Values };
export type Choices = Readonly<Record<TargetName, Choice | null>>;

interface Wish {
  readonly id?: string;
  readonly create?: object;
}

/** One conversion as it is asked for. */
interface Request {
  readonly actor: Actor;
  readonly lead: LeadView;
  readonly wanted: LeadConversion;
  /** Why it is refused: filled by the way, said at once. */
  readonly doubled: Map<Doubled, Found>;
}

/** What a lead becomes: asked for, found, or to be made. Nothing is written here. */
@Injectable()
export class ConversionChoices {
  constructor(
    private readonly targets: ConversionTargets,
    private readonly duplicates: ConversionDuplicates,
  ) {}

  async of(actor: Actor, lead: LeadView, wanted: LeadConversion): Promise<Choices> {
    const request: Request = { actor, lead, wanted, doubled: new Map() };
    const contact = await this.settle(
      request,
      'contact',
      wanted.contact === undefined ? { create: {} } : wanted.contact,
    );
    const company = await this.settle(
      request,
      'company',
      wanted.company === undefined ? await this.companyFor(request, contact) : wanted.company,
    );
    const deal = await this.settle(request, 'deal', wanted.deal ?? null);
    if (!company && !contact && !deal)
      throw new Invalid('nothing-to-convert', 'A lead is converted into a company, a contact or a deal at least.');
    refuseDoubled(request.doubled);
    return { company, contact, deal };
  }

  /** Whoever is there already may have a company: then it is that one, or none where it is out of sight. */
  private async companyFor({ actor, lead }: Request, contact: Choice | null): Promise<Wish | null> {
    const id =
      contact && 'record' in contact
        ? (contact.record as TargetRecord & { companyId?: string | null }).companyId
        : null;
    if (!id) return lead.company === null ? null : { create: {} };
    try {
      return { id: (await this.targets.get(actor, 'company', id)).id };
    } catch (error) {
      if (error instanceof NotFound || error instanceof Gone) return null;
      throw error;
    }
  }

  private async settle(request: Request, name: TargetName, wish: Wish | null): Promise<Choice | null> {
    if (wish === null) return null;
    if ((wish.id === undefined) === (wish.create === undefined))
      throw invalidAt(`#/${name}`, 'exactly-one', 'must have exactly one of id, create');
    if (wish.id !== undefined) return this.existing(request, name, wish.id, []);
    this.targets.requirePermissions(request.actor, name, 'create');
    const own = said(wish.create ?? {});
    const values = valuesOfNew(name, request.lead, own);
    const found =
      name === 'deal' || request.wanted.onDuplicate === 'create' ? undefined : await this.double(request, name, values);
    return found ?? { values, own };
  }

  private async double(request: Request, name: Doubled, values: Values): Promise<Choice | undefined> {
    const found = await this.duplicates.find(request.actor, name, values);
    const likely = request.wanted.onDuplicate === 'use' ? likeliest(found) : undefined;
    if (likely) return this.existing(request, name, likely.id, likely.reasons);
    if (found.isTakenUnseen || (request.wanted.onDuplicate !== 'use' && found.candidates.length > 0))
      request.doubled.set(name, found);
    return undefined;
  }

  private async existing(
    { actor }: Request,
    name: TargetName,
    id: string,
    matchedBy: readonly DuplicateReason[],
  ): Promise<Choice> {
    this.targets.requirePermissions(actor, name, 'update');
    return { record: await this.targets.require(actor, name, id), matchedBy };
  }
}

/** What the lead says, and over it what the caller says. A whole name replaces both parts, another website the domain that followed from the lead's. */
function valuesOfNew(name: TargetName, lead: LeadView, own: Values): Values {
  const { firstName, lastName, domain, ...values } = valuesOf[name](lead);
  const parts = 'name' in own || (firstName === undefined && lastName === undefined) ? {} : { firstName, lastName };
  const site = 'website' in own ? domainOf({ website: own['website'] as string | null, email: lead.email }) : domain;
  const merged: Values = {
    ...said(values),
    ...said(parts),
    ...(name === 'company' && site !== undefined && { domain: site }),
    ...own,
  };
  if (name === 'company' && merged['name'] === undefined)
    throw invalidAt('#/company/create/name', 'required', 'the lead names no company');
  return merged;
}

function refuseDoubled(doubled: ReadonlyMap<Doubled, Found>): void {
  if (doubled.size === 0) return;
  const listed = (name: Doubled): object[] =>
    (doubled.get(name)?.candidates ?? []).map(({ id, name: called, likelihood, reasons }) => ({
      [name]: { id, name: called },
      likelihood,
      reasons,
    }));
  const unseen = [...doubled].filter(([, { isTakenUnseen }]) => isTakenUnseen).map(([name]) => name);
  throw new Conflict(
    'conversion-duplicates',
    'What the lead would become may be there already. Name it, or say with "onDuplicate" what to do.',
    {
      members: { companies: listed('company'), contacts: listed('contact'), takenOutOfSight: unseen },
    },
  );
}
