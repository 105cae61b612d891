import { bulkClasses, onRecord } from '../../platform/records/index.js';
import { DealCreate, DealUpdate, DealView } from './deals.dto.js';
import { DealAbandonment, DealLoss, DealMove, DealReopening, DealWin } from './progress/deal-progress.dto.js';

const EXAMPLE_ID = '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71';

const bulk = bulkClasses({
  resource: 'deals',
  create: DealCreate,
  update: DealUpdate,
  view: DealView,
  example: [{ create: { title: 'Calculating machine for the mint', value: '15000.00' } }],
  exampleId: EXAMPLE_ID,
  steps: {
    move: { type: onRecord('DealBulkMove', DealMove, 'deal', EXAMPLE_ID), description: 'Open stage to move a deal to' },
    win: { type: onRecord('DealBulkWin', DealWin, 'deal', EXAMPLE_ID), description: 'Deal to mark as won' },
    lose: { type: onRecord('DealBulkLoss', DealLoss, 'deal', EXAMPLE_ID), description: 'Deal to mark as lost' },
    abandon: {
      type: onRecord('DealBulkAbandonment', DealAbandonment, 'deal', EXAMPLE_ID),
      description: 'Deal to abandon',
    },
    reopen: {
      type: onRecord('DealBulkReopening', DealReopening, 'deal', EXAMPLE_ID),
      description: 'Closed deal to reopen',
    },
  },
});
export class DealBulk extends bulk.Request {}
export class DealBulkView extends bulk.View {}
