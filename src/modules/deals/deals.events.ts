import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { RecordPurge } from '../../platform/records/index.js';
import { DealView } from './deals.dto.js';
import { DealStep } from './progress/deal-progress.dto.js';

export type DealChange = Change<DealView>;
export interface DealStageChange extends DealChange, DealStep {}

const carried = { object: () => DealView };
const stepped = { ...carried, extra: () => DealStep };
const AT = '2026-11-21T10:00:00.000Z';
const [FROM, TO] = ['0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d', '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e'];

export const dealCreated = defineEvent<DealChange>('deal.created', 'deals', 'A deal was made.', carried);
export const dealUpdated = defineEvent<DealChange>('deal.updated', 'deals', 'Fields of a deal were changed.', {
  ...carried,
  example: { value: [null, '15000.00'] },
});
export const dealStageChanged = defineEvent<DealStageChange>(
  'deal.stage_changed',
  'deals',
  'A deal went to another stage without being decided by it.',
  { ...stepped, example: { stageId: [FROM, TO], probability: [20, 40] } },
);
export const dealWon = defineEvent<DealStageChange>(
  'deal.won',
  'deals',
  'A deal was won, and went to a stage where deals are.',
  { ...stepped, example: { status: ['open', 'won'], stageId: [FROM, TO], closedAt: [null, AT] } },
);
export const dealLost = defineEvent<DealStageChange>(
  'deal.lost',
  'deals',
  'A deal was lost, and went to a stage where deals are.',
  {
    ...stepped,
    example: {
      status: ['open', 'lost'],
      stageId: [FROM, TO],
      closedAt: [null, AT],
      lostReason: [null, 'Too expensive'],
    },
  },
);
export const dealAbandoned = defineEvent<DealChange>('deal.abandoned', 'deals', 'A deal was given up where it stood.', {
  ...carried,
  example: { status: ['open', 'abandoned'], closedAt: [null, AT] },
});
export const dealReopened = defineEvent<DealStageChange>(
  'deal.reopened',
  'deals',
  'A decided or abandoned deal is open again.',
  {
    ...stepped,
    example: {
      status: ['lost', 'open'],
      stageId: [FROM, TO],
      closedAt: [AT, null],
      lostReason: ['Too expensive', null],
    },
  },
);
export const dealAssigned = defineEvent<DealChange>(
  'deal.assigned',
  'deals',
  'A deal got another owner or another team, or none.',
  { ...carried, example: { ownerId: [null, '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a'] } },
);
export const dealDeleted = defineEvent<DealChange>('deal.deleted', 'deals', 'A deal was deleted; it can be restored.', {
  ...carried,
  example: { deletedAt: [null, AT] },
});
export const dealRestored = defineEvent<DealChange>('deal.restored', 'deals', 'A deleted deal was restored.', {
  ...carried,
  example: { deletedAt: [AT, null] },
});
export const dealPurged = defineEvent<RecordPurge>('deal.purged', 'deals', 'A deal was removed for good.', {
  payload: () => RecordPurge,
});
