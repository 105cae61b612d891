import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/entity.js';
import { InTransaction, type Insertion, type RecordedEvent } from '../../../kernel/events.js';
import { requestContext } from '../../../kernel/request-context.js';
import {
  leadEvents,
  leadStatusChanged,
  type LeadChange,
  type LeadStatus,
  type LeadStatusChange,
} from '../../leads/index.js';

/** Creates an activity for each status change of a lead, in the transaction of the change. */
@Injectable()
export class StatusHistory {
  @InTransaction(leadEvents.created)
  begin({ resourceId, payload, occurredAt }: RecordedEvent<LeadChange>): Insertion {
    return step(resourceId, null, payload.object.status, occurredAt);
  }

  @InTransaction(leadStatusChanged)
  goOn({ resourceId, payload, occurredAt }: RecordedEvent<LeadStatusChange>): Insertion {
    return step(resourceId, payload.oldStatus, payload.newStatus, occurredAt);
  }
}

function step(leadId: string, from: LeadStatus | null, to: LeadStatus, at: string): Insertion {
  return {
    table: 'activities',
    row: {
      id: newId(),
      type: 'status_change',
      subject: from ? `Status changed from ${from} to ${to}` : 'Lead created',
      status: 'completed',
      completed_at: at,
      lead_id: leadId,
      owner_id: requestContext()?.actor?.userId ?? null,
      old_status: from,
      new_status: to,
      created_at: at,
      updated_at: at,
    },
  };
}
