import NextIcon from '@mui/icons-material/ChevronRight';
import PreviousIcon from '@mui/icons-material/ChevronLeft';
import { Box, Button, IconButton, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAccess } from '../../api/access';
import { ReferenceInput } from '../../fields/reference-input';
import { useFormats } from '../../ui/profile';
import { addDays } from '../days';
import { EVERYBODY, ME, type AgendaAddress, type Period } from './use-agenda-address';

const COMPACT = { '& .MuiToggleButton-root': { textTransform: 'none', py: 0.4, px: 1.25, fontSize: '0.8125rem' } };

/** Period and person. */
export function AgendaToolbar({ address }: { readonly address: AgendaAddress }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { day } = useFormats();
  const { days, period, today, set } = address;
  const [first = today] = days;
  const last = days.at(-1) ?? first;
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={period}
        onChange={(_, next: Period | null) => next && set({ period: next === 'week' ? null : next })}
        aria-label={translate('activity.period')}
        sx={COMPACT}
      >
        {(['day', 'week'] as const).map((one) => (
          <ToggleButton key={one} value={one}>
            {translate(`activity.period_${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Stack direction="row" sx={{ alignItems: 'center' }}>
        <IconButton
          aria-label={translate('activity.earlier')}
          onClick={() => set({ date: addDays(first, -days.length) })}
        >
          <PreviousIcon />
        </IconButton>
        <Button variant="outlined" disabled={address.hasToday} onClick={() => set({ date: null })}>
          {translate('activity.today')}
        </Button>
        <IconButton aria-label={translate('activity.later')} onClick={() => set({ date: addDays(first, days.length) })}>
          <NextIcon />
        </IconButton>
      </Stack>
      <Typography role="status" sx={{ minWidth: 180, fontWeight: 550 }}>
        {first === last ? day(first) : `${day(first)} – ${day(last)}`}
      </Typography>
      <PersonFilter address={address} />
      <Box sx={{ flex: 1 }} />
      {can('activities', 'create') && (
        <Button variant="outlined" component={Link} to="/activities/create?type=task">
          {translate('activity.new_task')}
        </Button>
      )}
    </Stack>
  );
}

function PersonFilter({ address: { who, set } }: { readonly address: AgendaAddress }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const id = useId();
  const isPerson = who !== ME && who !== EVERYBODY;
  return (
    <>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={who}
        onChange={(_, next: string | null) => next !== null && set({ who: next === ME ? null : next })}
        aria-label={translate('activity.whose')}
        sx={COMPACT}
      >
        {[ME, EVERYBODY].map((one) => (
          <ToggleButton key={one} value={one}>
            {translate(`activity.who_${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {can('users', 'read') && (
        <Box sx={{ width: { xs: '100%', sm: 190 } }}>
          <ReferenceInput
            id={id}
            name="assigneeId"
            label={translate('activity.person')}
            value={isPerson ? who : null}
            onChange={(next) => set({ who: next })}
            error={false}
          />
        </Box>
      )}
    </>
  );
}
