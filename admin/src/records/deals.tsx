import DealIcon from '@mui/icons-material/HandshakeOutlined';
import { lazy } from 'react';
import type { RecordScreens } from './record-screens';

export const deals: RecordScreens = {
  resource: 'deals',
  singular: 'deal',
  icon: DealIcon,
  title: 'title',
  subtitle: ({ company, stage }) =>
    [company, stage]
      .map((one) => (one as { name?: string } | null | undefined)?.name)
      .filter(Boolean)
      .join(' · ') || undefined,
  columns: ['title', 'value', 'stageId', 'status', 'companyId', 'expectedCloseDate', 'ownerId'],
  facets: ['status', 'priority', 'stageId', 'ownerId', 'tags'],
  sort: { field: 'createdAt', order: 'DESC' },
  include: ['company', 'contact', 'stage', 'pipeline', 'owner', 'team'],
  groups: [
    { name: 'main', fields: ['title', 'status', 'pipelineId', 'stageId', 'priority', 'ownerId', 'teamId', 'tags'] },
    { name: 'money', fields: ['value', 'currency', 'probability', 'weightedValue', 'expectedCloseDate', 'closedAt'] },
    { name: 'links', fields: ['companyId', 'contactId', 'leadId', 'source'] },
    { name: 'notes', fields: ['description', 'wonReason', 'lostReason'] },
  ],
  createFields: [
    'title',
    'value',
    'currency',
    'companyId',
    'contactId',
    'pipelineId',
    'expectedCloseDate',
    'priority',
    'ownerId',
  ],
  Actions: lazy(async () => ({ default: (await import('../deals/record/deal-actions')).DealActions })),
  Banner: lazy(async () => ({ default: (await import('../deals/record/stage-path')).StagePath })),
  tabs: [{ name: 'stages', load: () => import('../deals/record/stages-tab') }],
};
