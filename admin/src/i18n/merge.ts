type Messages = { [key: string]: string | Messages };

/** Joins the messages of all areas. A file of an area exports `messages`. Two areas must not use one key. */
export function mergeMessages(files: Readonly<Record<string, unknown>>, base: object = {}): Messages {
  const own: Messages = {};
  for (const file of Object.values(files))
    addMessages(own, (file as { messages: Messages }).messages, (key) => {
      throw new Error(`Two areas define the message ${key}`);
    });
  const merged = structuredClone(base) as Messages;
  addMessages(merged, own, () => undefined);
  return merged;
}

function addMessages(target: Messages, source: Messages, onRepeated: (key: string) => void): void {
  for (const [key, value] of Object.entries(source)) {
    const present = target[key];
    if (present === undefined) target[key] = typeof value === 'object' ? structuredClone(value) : value;
    else if (typeof value === 'object' && typeof present === 'object') addMessages(present, value, onRepeated);
    else {
      onRepeated(key);
      target[key] = value;
    }
  }
}
