import { BodyExample } from '../../kernel/routes/body-example.js';
import type { Condition } from './filters/condition.js';

/** Sets the example of a search: a condition of the record type, and the records of the last thirty days. */
export const SearchExample = (condition: Condition, q?: string) =>
  BodyExample({
    filter: { and: [condition, { field: 'createdAt', op: 'gte', value: { rel: '-30d' } }] },
    ...(q !== undefined && { q }),
    sort: ['-createdAt'],
    include: ['owner'],
    limit: 25,
    count: 'none',
  });
