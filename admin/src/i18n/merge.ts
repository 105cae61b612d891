type Messages = { [key: string]: string | Messages };

/** Joins the messages of all areas. A file of an area exports `messages`. */
export function mergeMessages(files: Readonly<Record<string, unknown>>, base: object = {}): Messages {
  const merged = structuredClone(base) as Messages;
  for (const file of Object.values(files)) addMessages(merged, (file as { messages: Messages }).messages);
  return merged;
}

function addMessages(target: Messages, source: Messages): void {
  for (const [key, value] of Object.entries(source)) {
    const present = target[key];
    if (typeof value === 'object' && typeof present === 'object') addMessages(present, value);
    else target[key] = value;
  }
}
