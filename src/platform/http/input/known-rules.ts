import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;
type Grouped = ReturnType<Storage['groupByPropertyName']>;

const cached = new WeakSet<Storage>();

/**
 * Caches the validation rules of each class: class-validator searches the rules of all classes on every check. Calls
 * with groups or a schema still use the search of class-validator.
 */
export function keepRules(storage = getMetadataStorage()): void {
  if (cached.has(storage)) return;
  cached.add(storage);
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  const ofClass = new WeakMap<object, Rules>();
  const byProperty = new WeakMap<Rules, Grouped>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups?.length) return find(target, schema, always, strictGroups, groups);
    const known = ofClass.get(target) ?? find(target, schema, always, strictGroups, groups);
    ofClass.set(target, known);
    return known;
  };
  storage.groupByPropertyName = (rules) => {
    const known = byProperty.get(rules) ?? group(rules);
    byProperty.set(rules, known);
    return known;
  };
}
