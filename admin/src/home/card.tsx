import { Box, Paper, Stack, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorBoundary } from '../ui/feedback';
import { UserText } from '../ui/text';

interface Properties {
  readonly title: string;
  /** Address of the screen that shows all of it. */
  readonly to: string;
  readonly children: ReactNode;
}

/** A part of Home. A failed part does not blank the others. */
export function Card({ title, to, children }: Properties) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Paper variant="outlined" component="section" aria-labelledby={id} sx={{ p: { xs: 1.5, sm: 2 }, minWidth: 0 }}>
      <Stack direction="row" sx={{ alignItems: 'baseline', justifyContent: 'space-between', pb: 1 }}>
        <Typography id={id} variant="h6" component="h2">
          <UserText to={to}>{title}</UserText>
        </Typography>
      </Stack>
      <ErrorBoundary title={translate('app.failed')}>
        <Box sx={{ minWidth: 0 }}>{children}</Box>
      </ErrorBoundary>
    </Paper>
  );
}
