import { Box, Breadcrumbs, Link, Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { ErrorBoundary } from '../ui/feedback';
import { UserText } from '../ui/text';

interface PageProperties {
  readonly title: string;
  readonly text?: ReactNode;
  /** Pages between the start of the settings and this page. */
  readonly path?: readonly { readonly to: string; readonly label: string }[];
  readonly actions?: ReactNode;
  readonly width?: number;
  /** The profile is not a part of the settings. */
  readonly isTop?: boolean;
  readonly children: ReactNode;
}

/** The layout of a page of the settings: link back, title, description, actions. */
export function SettingsPage({ title, text, path = [], actions, width = 1080, isTop, children }: PageProperties) {
  const translate = useTranslate();
  const steps = isTop ? path : [{ to: '/settings', label: translate('settings.title') }, ...path];
  return (
    <Stack spacing={2} sx={{ maxWidth: width, mx: 'auto' }}>
      {steps.length > 0 && (
        <Breadcrumbs aria-label={translate('settings.path')} sx={{ fontSize: '0.8125rem' }}>
          {steps.map(({ to, label }) => (
            <Link key={to} component={RouterLink} to={to} color="textSecondary">
              {label}
            </Link>
          ))}
        </Breadcrumbs>
      )}
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'flex-start', flexWrap: 'wrap' }}>
        <Box sx={{ flex: 1, minWidth: { xs: '100%', sm: 240 } }}>
          <Typography variant="h5" component="h1">
            <UserText isCut={false}>{title}</UserText>
          </Typography>
          {text && (
            <Typography color="textSecondary" variant="body2" component="div" sx={{ mt: 0.25, maxWidth: 680 }}>
              {text}
            </Typography>
          )}
        </Box>
        {actions}
      </Stack>
      {children}
    </Stack>
  );
}

interface SectionProperties {
  readonly title: string;
  readonly text?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function Section({ title, text, actions, children }: SectionProperties) {
  const translate = useTranslate();
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: { xs: 1.5, sm: 2 }, minWidth: 0 }}>
      <Stack
        direction="row"
        spacing={1}
        useFlexGap
        sx={{ alignItems: 'flex-start', flexWrap: 'wrap', mb: children ? 1.5 : 0 }}
      >
        <Box sx={{ flex: 1, minWidth: 200 }}>
          <Typography variant="subtitle2" component="h2" sx={{ fontSize: '0.9375rem' }}>
            {title}
          </Typography>
          {text && (
            <Typography color="textSecondary" variant="body2" component="div">
              {text}
            </Typography>
          )}
        </Box>
        {actions}
      </Stack>
      <ErrorBoundary title={translate('app.failed')}>{children}</ErrorBoundary>
    </Paper>
  );
}
