import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { withoutVisibility } from '../../../platform/database/index.js';
import { Duplicates, likeness, type DuplicateReason } from '../../../platform/records/index.js';
import { CompaniesQueries, companyType } from '../../companies/index.js';
import { contactType, ContactsQueries } from '../../contacts/index.js';
import { displayName, type Values } from './targets/lead-values.js';

export type Doubled = 'company' | 'contact';

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly likelihood: number;
  readonly reasons: readonly DuplicateReason[];
}

export interface FoundDuplicate {
  /** Candidates that the actor can see, the most likely first. */
  readonly candidates: readonly Candidate[];
  /** Whether a record that the actor cannot see has the same e-mail address or domain. */
  readonly isTakenUnseen: boolean;
}

/** Minimum likelihood: the same domain, e-mail address or phone number, or the exact name of a company. */
const LIKELY = 75;

/** Finds existing companies and contacts that a conversion would create again. */
@Injectable()
export class ConversionDuplicates {
  constructor(
    private readonly likely: Duplicates,
    private readonly companies: CompaniesQueries,
    private readonly contacts: ContactsQueries,
  ) {}

  async find(actor: Actor, name: Doubled, values: Values): Promise<FoundDuplicate> {
    const candidates = name === 'company' ? await this.ofCompany(actor, values) : await this.ofContact(actor, values);
    const isSeen = candidates.some(({ reasons }) =>
      reasons.includes(name === 'company' ? 'same-domain' : 'same-email'),
    );
    return { candidates, isTakenUnseen: !isSeen && (await this.isTaken(name, values)) };
  }

  /** Whether any active record has the e-mail address or domain, regardless of visibility. */
  async isTaken(name: Doubled, values: Values): Promise<boolean> {
    const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    const found = await withoutVisibility(async () =>
      name === 'company'
        ? this.existingOwners(
            companyType,
            likeness.same('same-domain', sql.ref('c.domain'), text(values['domain']), 97),
          )
        : this.existingOwners(contactType, likeness.same('same-email', sql.ref('p.email'), text(values['email']), 95)),
    );
    return found > 0;
  }

  private async existingOwners(
    kind: Parameters<Duplicates['find']>[0],
    conditions: Parameters<Duplicates['find']>[2],
  ): Promise<number> {
    return conditions.length === 0 ? 0 : (await this.likely.find(kind, null, conditions)).length;
  }

  private async ofCompany(actor: Actor, { domain, email, phone, name }: Values): Promise<Candidate[]> {
    const query = looked({ domain, email, phone, name });
    if (Object.keys(query).length === 0) return [];
    const { data } = await this.companies.duplicates(actor, query);
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
    const query = looked({ email, phone, mobile, name: name ?? [firstName, lastName].filter(Boolean).join(' ') });
    if (Object.keys(query).length === 0) return [];
    const { data } = await this.contacts.duplicates(actor, query);
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
    Object.entries(displayName(values)).filter(([, value]) => typeof value === 'string' && value !== ''),
  ) as Record<string, string>;

/** Returns the candidate that `onDuplicate: "use"` links instead of a new record. */
export const likeliest = ({ candidates }: FoundDuplicate): Candidate | undefined =>
  candidates.find(({ likelihood }) => likelihood >= LIKELY);
