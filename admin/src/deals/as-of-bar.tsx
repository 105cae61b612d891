import { Alert, Button, Slider, Stack, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormats } from '../ui/profile';
import { useAddress, useAsOf, useToday } from './address';

const DAY_MS = 86_400_000;
/** Days that the slider covers. The date field reaches earlier days. */
const SPAN = 180;

const dayBefore = (today: string, days: number): string =>
  new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);

/** Chooses a day in the past. The screen then shows that day, and nothing can be changed. */
export function AsOfBar({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const { day: formatDay } = useFormats();
  const { set } = useAddress();
  const { day } = useAsOf();
  const today = useToday();
  const ago = day === undefined ? 0 : Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  const [moved, setMoved] = useState(-ago);
  useEffect(() => setMoved(-ago), [ago]);
  const labelOf = (value: number): string =>
    value === 0 ? translate('deals.today') : formatDay(dayBefore(today, -value));
  const choose = (next: string) => set({ asOf: next === '' || next >= today ? null : next });
  const close = () => {
    set({ asOf: null });
    onClose();
  };
  return (
    <Alert
      severity="info"
      icon={false}
      variant="outlined"
      sx={{ py: 0.5, borderColor: 'divider', color: 'text.primary', '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}
    >
      <Stack direction="row" useFlexGap spacing={2} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <span role="status">
          {day === undefined ? translate('deals.as_of_hint') : translate('deals.as_of_day', { day: formatDay(day) })}
        </span>
        <Slider
          min={-SPAN}
          max={0}
          value={Math.max(-SPAN, moved)}
          onChange={(_, value) => setMoved(value as number)}
          onChangeCommitted={(_, value) => choose(dayBefore(today, -(value as number)))}
          valueLabelDisplay="auto"
          valueLabelFormat={labelOf}
          getAriaValueText={labelOf}
          aria-label={translate('deals.as_of')}
          size="small"
          sx={{ flex: 1, minWidth: 160, mx: 1 }}
        />
        <TextField
          type="date"
          label={translate('deals.day')}
          value={day ?? today}
          onChange={({ target }) => choose(target.value)}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
          sx={{ width: 160 }}
        />
        <Button variant="outlined" onClick={close}>
          {translate('deals.back_to_now')}
        </Button>
      </Stack>
    </Alert>
  );
}
