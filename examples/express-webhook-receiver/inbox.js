/**
 * Keeps events until they are dealt with, each once: a delivery can come twice. This one forgets when the process ends;
 * a real one is a table with a unique column for the id, `insert … on conflict do nothing`, and a worker that empties it.
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
    /** Until everything is dealt with. */
    done: () => work,
  };
}
