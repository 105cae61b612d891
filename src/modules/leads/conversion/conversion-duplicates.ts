import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { beyondSight } from '../../../platform/database/index.js';
import { Duplicates, likeness, type DuplicateReason } from '../../../platform/records/index.js';
import { CompaniesQueries, companyKind } from '../../companies/index.js';
import { contactKind, ContactsQueries } from '../../contacts/index.js';
import { said, type Values } from './lead-values.js';

export type Doubled = 'company' | 'contact';

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly likelihood: number;
  readonly reasons: readonly DuplicateReason[];
}

export interface Found {
  /** Those that the actor sees, the most likely first. */
  readonly candidates: readonly Candidate[];
  /** Whether somebody has the e-mail address or the domain whom the actor does not see. */
  readonly isTakenUnseen: boolean;
}

/** The same domain, e-mail address or number, or a company of just that name. */
const LIKELY = 75;

/** Who may be there already of what a conversion would make. */
@Injectable()
export class ConversionDuplicates {
  constructor(
    private readonly likely: Duplicates,
    private readonly companies: CompaniesQueries,
    private readonly contacts: ContactsQueries,
  ) {}

  async find(actor: Actor, name: Doubled, values: Values): Promise<Found> {
    const candidates = name === 'company' ? await this.ofCompany(actor, values) : await this.ofContact(actor, values);
    const isSeen = candidates.some(({ reasons }) =>
      reasons.includes(name === 'company' ? 'same-domain' : 'same-email'),
    );
    return { candidates, isTakenUnseen: !isSeen && (await this.isTaken(name, values)) };
  }

  /** Whether a living one has the e-mail address or the domain, whoever sees it. */
  async isTaken(name: Doubled, values: Values): Promise<boolean> {
    const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    const found = await beyondSight(async () =>
      name === 'company'
        ? this.holders(companyKind, likeness.same('same-domain', sql.ref('c.domain'), text(values['domain']), 97))
        : this.holders(contactKind, likeness.same('same-email', sql.ref('p.email'), text(values['email']), 95)),
    );
    return found > 0;
  }

  private async holders(
    kind: Parameters<Duplicates['find']>[0],
    ways: Parameters<Duplicates['find']>[2],
  ): Promise<number> {
    return ways.length === 0 ? 0 : (await this.likely.find(kind, null, ways)).length;
  }

  private async ofCompany(actor: Actor, { domain, email, phone, name }: Values): Promise<Candidate[]> {
    const wanted = looked({ domain, email, phone, name });
    if (Object.keys(wanted).length === 0) return [];
    const { data } = await this.companies.duplicates(actor, wanted);
    return data.map(({ company: { id, name: called }, likelihood, reasons }) => ({
      id,
      name: called,
      likelihood,
      reasons,
    }));
  }

  private async ofContact(
    actor: Actor,
    { email, phone, mobile, name, firstName, lastName }: Values,
  ): Promise<Candidate[]> {
    const wanted = looked({ email, phone, mobile, name: name ?? [firstName, lastName].filter(Boolean).join(' ') });
    if (Object.keys(wanted).length === 0) return [];
    const { data } = await this.contacts.duplicates(actor, wanted);
    return data.map(({ contact, likelihood, reasons }) => ({
      id: contact.id,
      name: contact.name,
      likelihood,
      reasons,
    }));
  }
}

const looked = (values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(said(values)).filter(([, value]) => typeof value === 'string' && value !== ''),
  ) as Record<string, string>;

/** The one to be taken for the same. */
export const likeliest = ({ candidates }: Found): Candidate | undefined =>
  candidates.find(({ likelihood }) => likelihood >= LIKELY);
