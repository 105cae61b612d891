/**
 * Stores events until they are processed, each once, because a delivery can arrive twice. This example forgets the
 * events when the process ends. In production, use a table with a unique id, `insert … on conflict do nothing`, and a
 * worker.
 */
export function memoryInbox(deal, { remember = 10_000 } = {}) {
  const seen = new Set();
  let work = Promise.resolve();
  return {
    async put(event) {
      if (seen.has(event.id)) return false;
      seen.add(event.id);
      if (seen.size > remember) seen.delete(seen.values().next().value);
      work = work
        .then(() => deal(event))
        .catch((error) => console.error(`Event ${event.id} could not be dealt with`, error));
      return true;
    },
    /** Resolves when all events are processed. */
    done: () => work,
  };
}
