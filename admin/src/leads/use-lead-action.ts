import { isKontorError, type LeadStatus, type LeadView } from '@kontor/sdk';
import { kontor } from '../api/kontor';
import type { RecordData } from '../data/calls';
import { useAction } from '../data/use-action';

/** An action on a lead that reads the lead, its lists and its timeline again. */
export const useLeadAction = (id: string) => useAction(['record', id], ['leads']);

/** Changes the status. If somebody changed other fields meanwhile, the change is sent with the new version. */
export async function changeStatus(lead: RecordData, status: LeadStatus): Promise<LeadView> {
  const send = (base: { id: string; version?: number }) =>
    kontor.leads.changeStatus(base.id, { status }, { ifMatch: { version: base.version ?? 1 } });
  try {
    return await send(lead);
  } catch (error) {
    if (!isKontorError(error, 'stale-version')) throw error;
    const current = await kontor.leads.get(lead.id);
    if (current.status !== lead['status']) throw error;
    return send(current);
  }
}
