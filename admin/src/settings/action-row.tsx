import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface Properties {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** One action with what it does. */
export const ActionRow = ({ title, text, children }: Properties) => (
  <Stack
    direction="row"
    useFlexGap
    spacing={1}
    sx={{ alignItems: 'center', flexWrap: 'wrap', py: 1.25, borderTop: 1, borderColor: 'divider' }}
  >
    <Box sx={{ flex: 1, minWidth: 220 }}>
      <Typography variant="subtitle2" component="h3">
        {title}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {text}
      </Typography>
    </Box>
    {children}
  </Stack>
);
