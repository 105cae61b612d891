import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { LeadCreate } from './leads.dto.js';

/** Of values that nobody vouches for, those that `LeadCreate` accepts, as it makes them; the others are left out. */
export function acceptableValues(values: Readonly<Partial<Record<keyof LeadCreate, unknown>>>): LeadCreate {
  const lead = plainToInstance(LeadCreate, values, { exposeDefaultValues: false });
  const refused = new Set(
    validateSync(lead, { whitelist: true, forbidUnknownValues: false }).map(({ property }) => property),
  );
  return Object.fromEntries(
    Object.entries(lead).filter(([name, value]) => value !== undefined && value !== null && !refused.has(name)),
  ) as LeadCreate;
}
