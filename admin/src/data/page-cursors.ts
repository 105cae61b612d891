import type { RecordPage } from './calls';

const MOST_LISTS = 50;
/** Per list the cursor of each known page. The first page has no cursor. */
const lists = new Map<string, Map<number, string>>();

/**
 * Reads a page by its number with the cursors of the API. Unknown pages, as after a reload, are reached from the
 * nearest known page before them.
 */
export async function readPage(
  list: string,
  page: number,
  read: (cursor: string | undefined) => PromiseLike<RecordPage>,
): Promise<RecordPage> {
  const cursors = lists.get(list) ?? new Map<number, string>();
  lists.delete(list);
  lists.set(list, cursors);
  const oldest = lists.keys().next().value;
  if (lists.size > MOST_LISTS && oldest !== undefined) lists.delete(oldest);
  let at = page;
  while (at > 1 && !cursors.has(at)) at -= 1;
  for (;;) {
    const found = await read(cursors.get(at));
    const { nextCursor } = found.pageInfo;
    if (nextCursor === null) cursors.delete(at + 1);
    else cursors.set(at + 1, nextCursor);
    if (at === page || nextCursor === null) return found;
    at += 1;
  }
}
