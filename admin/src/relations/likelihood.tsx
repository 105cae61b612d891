import { Box, Chip, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';

interface Properties {
  readonly likelihood: number;
  readonly reasons: readonly string[];
}

/** How likely two records are the same, and why. */
export function Likelihood({ likelihood, reasons }: Properties) {
  const translate = useTranslate();
  return (
    <Stack component="span" direction="row" useFlexGap spacing={0.5} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>
        {translate('duplicates.likelihood', { likelihood })}
      </Box>
      {reasons.map((reason) => (
        <Chip
          key={reason}
          component="span"
          variant="outlined"
          label={translate(`duplicates.reason_${reason.replaceAll('-', '_')}`, { _: reason })}
          sx={{ height: 20 }}
        />
      ))}
    </Stack>
  );
}
