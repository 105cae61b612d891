import type { FilterNode } from '../data/filters';

export const OPEN: FilterNode = { field: 'status', op: 'in', value: ['pending', 'in_progress'] };
export const OVERDUE: FilterNode = { field: 'overdue', op: 'eq', value: true };
export const NOT_OVERDUE: FilterNode = { field: 'overdue', op: 'eq', value: false };

/** Activities to be done by a person: assigned, or owned without an assignee. `$me` is the person who asks. */
export const doneBy = (userId: string): FilterNode => ({
  or: [
    { field: 'assigneeId', op: 'eq', value: userId },
    {
      and: [
        { field: 'assigneeId', op: 'isNull', value: true },
        { field: 'ownerId', op: 'eq', value: userId },
      ],
    },
  ],
});

export const dueFrom = (instant: string): FilterNode => ({ field: 'dueAt', op: 'gte', value: instant });
export const dueBefore = (instant: string): FilterNode => ({ field: 'dueAt', op: 'lt', value: instant });
