import type { LeadView } from '../../leads.dto.js';
import type { TargetRecord } from './conversion-targets.js';
import type { NotCarriedView, TargetName } from '../conversion.dto.js';
import { FILLABLE, isEmpty, leadValuesOf, type Values } from './lead-values.js';

const MOST_TAGS = 50;

/** Values that the lead adds to an existing record. */
export interface Filling {
  readonly filled: Values;
  /** Fields that keep a value other than the value of the lead. */
  readonly unchanged: readonly string[];
  readonly tagsAdded: readonly string[];
  readonly unfit: readonly NotCarriedView[];
}

/** Fills only empty fields. */
export function fillingOf(name: TargetName, lead: LeadView, record: TargetRecord, links: Values): Filling {
  const stored = record as unknown as Values;
  const offered: Values = { ...leadValuesOf[name](lead), ...links };
  const fields = FILLABLE[name].filter((field) => !isEmpty(offered[field]));
  const unfit = name === 'deal' ? unfitValue(offered, stored) : [];
  const filled = fields
    .filter((field) => isEmpty(stored[field]) && !unfit.some((one) => one.field === field))
    .map((field) => [field, offered[field]]);
  const retained = fields.filter((field) => !isEmpty(stored[field]) && stored[field] !== offered[field]);
  const tagsAdded = lead.tags
    .filter((tag) => !record.tags.includes(tag))
    .slice(0, Math.max(0, MOST_TAGS - record.tags.length));
  return {
    filled: Object.fromEntries(filled) as Values,
    unchanged: [...(hasOtherName(name, lead, stored) ? ['name'] : []), ...retained],
    tagsAdded,
    unfit,
  };
}

/** An amount does not fit a deal with another currency. */
function unfitValue(offered: Values, stored: Values): NotCarriedView[] {
  if (!isEmpty(stored['value']) || isEmpty(offered['value']) || offered['currency'] === stored['currency']) return [];
  return [
    { target: 'deal', field: 'value', code: 'other-currency', detail: 'the deal has another currency than the lead' },
  ];
}

function hasOtherName(name: TargetName, lead: LeadView, stored: Values): boolean {
  const offered = name === 'company' ? lead.company : lead.name;
  return name !== 'deal' && offered !== null && offered !== stored['name'];
}
