import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;
type Grouped = ReturnType<Storage['groupByPropertyName']>;

const kept = new WeakSet<Storage>();

/**
 * class-validator looks through the rules of all classes for those of one, on every check. They are what they are once
 * their class is there, so they are found once a class; whoever asks for groups or a schema gets class-validator's own search.
 */
export function keepRules(storage = getMetadataStorage()): void {
  if (kept.has(storage)) return;
  kept.add(storage);
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
