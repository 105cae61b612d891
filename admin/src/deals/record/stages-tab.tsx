import type { DealView } from '@kontor/sdk';
import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../../fields/field-value';
import { useLabels } from '../../metadata/record-type';
import type { RecordComponentProperties } from '../../records/record-screens';
import { ErrorNote, Loading } from '../../ui/feedback';
import { useFormats } from '../../ui/profile';
import { Muted, UserText } from '../../ui/text';
import { usePipelines, useStages } from '../pipelines';
import { useDuration, useVisits } from './visits';

/** Every stage that the deal was in: from when, until when, how long, moved by whom. */
export function Tab({ record }: RecordComponentProperties) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const { valueLabel } = useLabels('deals');
  const duration = useDuration();
  const deal = record as unknown as DealView;
  const { data: visits, error, refetch } = useVisits(deal.id);
  const { data: pipelines = [] } = usePipelines();
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!visits) return <Loading />;
  const isOfOther = visits.some(({ pipelineId }) => pipelineId !== deal.pipelineId);
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate('record.tab_stages')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('deals.stage')}</TableCell>
            <TableCell>{translate('deals.entered')}</TableCell>
            <TableCell align="right">{translate('deals.duration')}</TableCell>
            <TableCell>{translate('deals.moved_by')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {visits.toReversed().map((visit) => (
            <TableRow key={visit.id}>
              <TableCell component="th" scope="row" sx={{ maxWidth: 220 }}>
                <StageName pipelineId={visit.pipelineId} stageId={visit.stageId} />
                {isOfOther && (
                  <Muted>
                    <UserText>{pipelines.find(({ id }) => id === visit.pipelineId)?.name ?? '…'}</UserText>
                  </Muted>
                )}
                {visit.kind !== 'open' && <StatusChip label={valueLabel('status', visit.kind)} value={visit.kind} />}
              </TableCell>
              <TableCell>{dateTime(visit.enteredAt)}</TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }} title={visit.leftAt ? dateTime(visit.leftAt) : ''}>
                {duration(visit.seconds)}
                {visit.leftAt === null && ` · ${translate('deals.until_now')}`}
              </TableCell>
              <TableCell sx={{ maxWidth: 160 }}>
                <UserText>{visit.by?.name ?? translate('record.system')}</UserText>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function StageName({ pipelineId, stageId }: { readonly pipelineId: string; readonly stageId: string }) {
  const { data: stages = [] } = useStages(pipelineId);
  return <UserText>{stages.find(({ id }) => id === stageId)?.name ?? '…'}</UserText>;
}
