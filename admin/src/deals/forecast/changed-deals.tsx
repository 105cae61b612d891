import type { ChangedDealView, DealChangeKind, DealMoment } from '@kontor/sdk';
import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { kontor } from '../../api/kontor';
import { useLabels } from '../../metadata/record-type';
import { Pages } from '../../records/page/pages';
import { useFormats } from '../../ui/profile';
import { UserText } from '../../ui/text';
import { useMoney } from '../money';
import { useStages } from '../pipelines';

interface Properties {
  readonly pipelineId: string;
  readonly kind: DealChangeKind;
  readonly options: { readonly since: string; readonly ownerId?: string[] };
}

/** The deals that changed in one way, each with what was before and what is now. */
export function ChangedDeals({ pipelineId, kind, options }: Properties) {
  const translate = useTranslate();
  return (
    <Box component="section" aria-label={translate(`deals.kind_${kind}`)}>
      <Pages<ChangedDealView>
        queryKey={['deals', 'changed', pipelineId, kind, options]}
        read={(page) => kontor.pipelines.listChangedDeals(pipelineId, { ...options, kind: [kind], ...page } as never)}
        keyOf={({ id }) => id}
        empty={{ title: translate('deals.no_changes') }}
      >
        {(deal) => <ChangedDeal deal={deal} kind={kind} />}
      </Pages>
    </Box>
  );
}

/** What differs in each kind of change. */
const SHOWN: Readonly<Record<string, readonly (keyof DealMoment)[]>> = {
  new: ['stageId', 'value'],
  moved_forward: ['stageId'],
  moved_back: ['stageId'],
  value_up: ['value'],
  value_down: ['value'],
  slipped: ['expectedCloseDate'],
  pulled_in: ['expectedCloseDate'],
};

function ChangedDeal({ deal, kind }: { readonly deal: ChangedDealView; readonly kind: string }) {
  const { dateTime } = useFormats();
  return (
    <Stack
      direction="row"
      useFlexGap
      spacing={1.5}
      sx={{
        py: 0.75,
        borderTop: 1,
        borderColor: 'divider',
        flexWrap: 'wrap',
        alignItems: 'baseline',
        fontSize: '0.8125rem',
      }}
    >
      <Box sx={{ flex: '2 1 220px', minWidth: 0, fontWeight: 550 }}>
        <UserText to={`/deals/${deal.id}`}>{deal.title}</UserText>
      </Box>
      <Box sx={{ flex: '2 1 220px', minWidth: 0 }}>
        {(SHOWN[kind] ?? ['status', 'value']).map((field) => (
          <Difference key={field} deal={deal} field={field} />
        ))}
      </Box>
      <Typography variant="caption" color="textSecondary" component="time" dateTime={deal.changedAt}>
        {dateTime(deal.changedAt)}
      </Typography>
    </Stack>
  );
}

function Difference({
  deal: { was, is },
  field,
}: {
  readonly deal: ChangedDealView;
  readonly field: keyof DealMoment;
}) {
  const show = useMomentText(is.pipelineId);
  const [before, after] = [was && show(was, field), show(is, field)];
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      {before !== null && before !== after && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          <bdi>{before}</bdi> →{' '}
        </Box>
      )}
      <bdi>{after}</bdi>
    </Box>
  );
}

/** Returns a function that shows a field of an earlier or the current state. */
function useMomentText(pipelineId: string): (moment: DealMoment, field: keyof DealMoment) => string {
  const money = useMoney();
  const { day } = useFormats();
  const { valueLabel } = useLabels('deals');
  const { data: stages = [] } = useStages(pipelineId);
  return (moment, field) => {
    const value = moment[field];
    if (value === null) return '—';
    if (field === 'stageId') return stages.find(({ id }) => id === value)?.name ?? '…';
    if (field === 'value') return money(String(value), moment.currency);
    if (field === 'expectedCloseDate') return day(String(value));
    return valueLabel(field, String(value));
  };
}
