import { defineEvent } from '../../kernel/events.js';
import { ErasureFacts, LegalHoldFacts, RetentionFacts } from './retention-events.dto.js';

export const retentionApplied = defineEvent<RetentionFacts>(
  'retention.applied',
  'retention-runs',
  'Expired records were deleted by a retention policy.',
  { payload: () => RetentionFacts, permission: 'retention:read' },
);
export const legalHoldPlaced = defineEvent<LegalHoldFacts>(
  'legal_hold.placed',
  'legal-holds',
  'A record or a person was put under a legal hold.',
  { payload: () => LegalHoldFacts, permission: 'retention:read' },
);
export const legalHoldReleased = defineEvent<LegalHoldFacts>(
  'legal_hold.released',
  'legal-holds',
  'A legal hold was released.',
  { payload: () => LegalHoldFacts, permission: 'retention:read' },
);
export const erasureCompleted = defineEvent<ErasureFacts>(
  'erasure.completed',
  'erasure-requests',
  'The data of a person was erased.',
  { payload: () => ErasureFacts, permission: 'erasure:manage' },
);
