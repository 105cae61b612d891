import { DomainError } from '../../../kernel/errors.js';
import { takenValue } from '../../../platform/database/index.js';
import type { LeadCreate } from '../../leads/index.js';

const AT_FIELD = /^#\/customFields\/([^/]+)/;

/** Retries without the rejected custom fields. Otherwise an archived option or field would prevent the lead. */
export async function acceptingMost<T>(lead: LeadCreate, work: (lead: LeadCreate) => Promise<T>): Promise<T> {
  for (let rest = lead; ;) {
    try {
      return await work(rest);
    } catch (error) {
      const smaller = withoutRejected(rest, error);
      if (!smaller) throw error;
      rest = smaller;
    }
  }
}

function withoutRejected(lead: LeadCreate, error: unknown): LeadCreate | undefined {
  const { extras } = error instanceof DomainError ? error : (takenValue(error) ?? { extras: undefined });
  const pointed = (extras?.errors ?? []).map(({ pointer }) =>
    AT_FIELD.exec(pointer ?? '')?.[1]
      ?.replaceAll('~1', '/')
      .replaceAll('~0', '~'),
  );
  const rejected = new Set(pointed.filter((key) => key !== undefined && Object.hasOwn(lead.customFields ?? {}, key)));
  if (rejected.size === 0) return undefined;
  return {
    ...lead,
    customFields: Object.fromEntries(Object.entries(lead.customFields ?? {}).filter(([key]) => !rejected.has(key))),
  };
}
