import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { defineRecordEvents } from '../../platform/records/index.js';
import { DealView } from './deals.dto.js';
import { DealStep } from './progress/deal-progress.dto.js';

export type DealChange = Change<DealView>;
export interface DealStageChange extends DealChange, DealStep {}

const carried = { object: () => DealView };
const stepped = { ...carried, extra: () => DealStep };
const AT = '2026-11-21T10:00:00.000Z';
const [FROM, TO] = ['0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d', '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e'];

export const dealEvents = defineRecordEvents('deals', () => DealView, { updated: { value: [null, '15000.00'] } });
export const dealStageChanged = defineEvent<DealStageChange>(
  'deal.stage_changed',
  'deals',
  'A deal moved to another stage and was not closed by the move.',
  { ...stepped, example: { stageId: [FROM, TO], probability: [20, 40] } },
);
export const dealWon = defineEvent<DealStageChange>('deal.won', 'deals', 'A deal was won and moved to a won stage.', {
  ...stepped,
  example: { status: ['open', 'won'], stageId: [FROM, TO], closedAt: [null, AT] },
});
export const dealLost = defineEvent<DealStageChange>(
  'deal.lost',
  'deals',
  'A deal was lost and moved to a lost stage.',
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
export const dealAbandoned = defineEvent<DealChange>('deal.abandoned', 'deals', 'A deal was abandoned in its stage.', {
  ...carried,
  example: { status: ['open', 'abandoned'], closedAt: [null, AT] },
});
export const dealReopened = defineEvent<DealStageChange>('deal.reopened', 'deals', 'A closed deal was reopened.', {
  ...stepped,
  example: { status: ['lost', 'open'], stageId: [FROM, TO], closedAt: [AT, null], lostReason: ['Too expensive', null] },
});
