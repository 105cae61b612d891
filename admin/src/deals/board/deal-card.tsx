import { Draggable } from '@hello-pangea/dnd';
import type { DealView } from '@kontor/sdk';
import RotIcon from '@mui/icons-material/HourglassBottomOutlined';
import { Avatar, Box, LinearProgress, Paper, Stack, Tooltip, Typography } from '@mui/material';
import { memo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../../fields/field-value';
import { useLabels } from '../../metadata/record-type';
import { useFormats } from '../../ui/profile';
import { UserText } from '../../ui/text';
import { useToday } from '../address';
import { useMoney } from '../money';

const DAY_MS = 86_400_000;
const MARKED_PRIORITIES = new Set(['high', 'critical', 'urgent']);

interface Properties {
  readonly deal: DealView;
  readonly index: number;
  readonly isFixed: boolean;
  readonly isPending: boolean;
  /** The menu of the card. */
  readonly children: ReactNode;
}

/** A deal on the board. Space lifts the card, arrow keys move it, Space drops it. */
export const DealCard = memo(function DealCard({ deal, index, isFixed, isPending, children }: Properties) {
  const translate = useTranslate();
  return (
    <Draggable draggableId={deal.id} index={index} isDragDisabled={isFixed || isPending}>
      {({ innerRef, draggableProps, dragHandleProps }, { isDragging }) => (
        <Paper
          ref={innerRef}
          {...draggableProps}
          {...dragHandleProps}
          // A button must not contain the link and the menu of the card.
          role="group"
          aria-roledescription={isFixed ? undefined : translate('deals.card')}
          aria-label={deal.title}
          aria-busy={isPending}
          variant="outlined"
          data-deal={deal.id}
          sx={{
            position: 'relative',
            p: 1.25,
            mb: 1,
            opacity: isPending ? 0.6 : 1,
            cursor: isFixed ? 'default' : 'grab',
            boxShadow: isDragging ? '0 8px 24px #0004' : 'none',
            ...(deal.isRotting && { borderLeft: 3, borderLeftColor: 'warning.main' }),
            '&:hover .menu, &:focus-within .menu': { opacity: 1 },
          }}
        >
          {isPending && (
            <LinearProgress
              aria-label={translate('deals.saving')}
              sx={{ position: 'absolute', top: 0, left: 0, right: 0, height: 2 }}
            />
          )}
          <Stack direction="row" spacing={0.5} sx={{ alignItems: 'flex-start' }}>
            <Box sx={{ flex: 1, minWidth: 0, fontWeight: 550, fontSize: '0.8125rem' }}>
              <UserText to={`/deals/${deal.id}`}>{deal.title}</UserText>
            </Box>
            {children}
          </Stack>
          {deal.company && (
            <Typography variant="caption" component="div" color="textSecondary">
              <UserText>{deal.company.name}</UserText>
            </Typography>
          )}
          <CardFigures deal={deal} />
        </Paper>
      )}
    </Draggable>
  );
});

function CardFigures({ deal }: { readonly deal: DealView }) {
  const translate = useTranslate();
  const money = useMoney();
  const { day, dateTime } = useFormats();
  const { valueLabel } = useLabels('deals');
  const today = useToday();
  const { value, weightedValue, currency, expectedCloseDate, owner } = deal;
  const isOpen = deal.status === 'open';
  const isLate = isOpen && expectedCloseDate !== null && expectedCloseDate < today;
  const rotten = deal.rotsAt ? Math.max(1, Math.floor((Date.now() - Date.parse(deal.rotsAt)) / DAY_MS)) : 0;
  return (
    <>
      <Stack direction="row" spacing={1} sx={{ mt: 0.75, alignItems: 'baseline', fontVariantNumeric: 'tabular-nums' }}>
        <Typography variant="body2" sx={{ fontWeight: 550 }}>
          {value === null ? translate('deals.no_value') : money(value, currency)}
        </Typography>
        {isOpen && weightedValue !== null && (
          <Typography variant="caption" color="textSecondary" title={translate('deals.weighted_help')} noWrap>
            {translate('deals.weighted', { percent: deal.probability, value: money(weightedValue, currency) })}
          </Typography>
        )}
      </Stack>
      <Stack direction="row" useFlexGap spacing={0.75} sx={{ mt: 0.75, alignItems: 'center', flexWrap: 'wrap' }}>
        {expectedCloseDate !== null && isOpen && (
          <Typography variant="caption" sx={{ color: isLate ? 'error.main' : 'text.secondary' }}>
            {translate(isLate ? 'deals.was_due' : 'deals.closes', { day: day(expectedCloseDate) })}
          </Typography>
        )}
        {MARKED_PRIORITIES.has(deal.priority) && isOpen && (
          <StatusChip label={valueLabel('priority', deal.priority)} value={deal.priority} />
        )}
        {deal.isRotting && deal.rotsAt && (
          <Stack
            direction="row"
            component="span"
            title={translate('deals.rotting_since', { time: dateTime(deal.rotsAt) })}
            sx={{ alignItems: 'center', color: 'warning.dark', fontSize: '0.75rem' }}
          >
            <RotIcon sx={{ fontSize: 14 }} />
            {translate('deals.rotting', { smart_count: rotten })}
          </Stack>
        )}
        <Box sx={{ flex: 1 }} />
        {owner?.name && <OwnerMark name={owner.name} />}
      </Stack>
    </>
  );
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => [...word].slice(0, 1))
    .slice(0, 2)
    .join('')
    .toUpperCase();

function OwnerMark({ name }: { readonly name: string }) {
  return (
    <Tooltip title={<bdi>{name}</bdi>}>
      <Avatar
        role="img"
        aria-label={name}
        sx={{ width: 22, height: 22, fontSize: '0.625rem', bgcolor: 'action.selected', color: 'text.primary' }}
      >
        {initialsOf(name)}
      </Avatar>
    </Tooltip>
  );
}
