import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { LeadCreate } from '../leads.dto.js';

/**
 * Returns the values that are valid for `LeadCreate`, and drops invalid values. For input from strangers and models.
 */
export function acceptableValues(values: Readonly<Partial<Record<keyof LeadCreate, unknown>>>): LeadCreate {
  const lead = plainToInstance(LeadCreate, values, { exposeDefaultValues: false });
  const rejected = new Set(
    validateSync(lead, { whitelist: true, forbidUnknownValues: false }).map(({ property }) => property),
  );
  return Object.fromEntries(
    Object.entries(lead).filter(([name, value]) => value !== undefined && value !== null && !rejected.has(name)),
  ) as LeadCreate;
}
