import { Alert, Box, Button, CircularProgress, Stack, Typography } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { errorText } from '../api/errors';

export const Loading = () => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', minHeight: 200 }}>
      <CircularProgress size={28} aria-label={translate('app.loading')} />
    </Box>
  );
};

export function ErrorNote({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const translate = useTranslate();
  return (
    <Alert
      severity="error"
      action={onRetry && <Button onClick={onRetry}>{translate('app.retry')}</Button>}
      sx={{ alignItems: 'center' }}
    >
      {errorText(error)}
    </Alert>
  );
}

interface EmptyProperties {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

/** Says that nothing is there, and what to do. */
export const EmptyState = ({ icon, title, text, children }: EmptyProperties) => (
  <Stack spacing={1} sx={{ alignItems: 'center', textAlign: 'center', px: 3, py: 7 }}>
    {icon && <Box sx={{ color: 'text.secondary', '& svg': { fontSize: 36 } }}>{icon}</Box>}
    <Typography variant="h6" component="h2">
      {title}
    </Typography>
    {text && (
      <Typography color="textSecondary" sx={{ maxWidth: 420 }}>
        {text}
      </Typography>
    )}
    {children && <Box sx={{ pt: 1 }}>{children}</Box>}
  </Stack>
);

/** Shows the error of one part of a page, so that one bad row does not blank the page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode; readonly title: string }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Alert severity="error">
        {this.props.title} {errorText(this.state.error)}
      </Alert>
    );
  }
}
