import { MAX_RELATIONS, relationsOf, type Relation, type Relations } from '../../query/index.js';
import type { CustomFields } from '../ports.js';

/** Returns the relations of a resource with the current fields, without deleted custom fields of linked records. */
export async function knownRelations(
  customFields: CustomFields,
  resource: string,
  steps = MAX_RELATIONS,
): Promise<Relations> {
  const known: Record<string, Relation> = {};
  for (const [name, relation] of Object.entries(relationsOf(resource))) {
    const fields = await customFields.linkedFieldsOf(relation.resource, relation.fields);
    const further = steps > 1 ? { relations: await knownRelations(customFields, relation.resource, steps - 1) } : {};
    known[name] = { ...relation, fields, ...further };
  }
  return known;
}
