import { p } from '@mikro-orm/core';
import { v7 } from 'uuid';

/** UUIDv7, made here: time-ordered, so inserts stay local and keyset paging works on it. */
export const newId = (): string => v7();

/** Every record: its id and when it came to be. */
export const stamped = {
  id: p
    .uuid()
    .primary()
    .onCreate(() => newId()),
  createdAt: p.datetime(3).onCreate(() => new Date()),
  updatedAt: p
    .datetime(3)
    .onCreate(() => new Date())
    .onUpdate(() => new Date()),
};

/** Records that people edit: a stale write is refused. */
export const versioned = { version: p.integer().version() };

/** Records that can be deleted and restored. */
export const softDeleted = { deletedAt: p.datetime(3).nullable() };
