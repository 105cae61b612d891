import { Box, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { UserText } from '../ui/text';

interface Properties {
  /** Facts without a value are left out. */
  readonly facts: readonly (readonly [label: string, value: ReactNode])[];
}

const isMissing = (value: ReactNode): boolean =>
  value === null || value === undefined || value === '' || value === false;

/** Labels and values, one below the other. */
export const Facts = ({ facts }: Properties) => (
  <Box
    component="dl"
    sx={{
      m: 0,
      display: 'grid',
      gap: '6px 16px',
      gridTemplateColumns: { xs: 'minmax(0, 2fr) minmax(0, 3fr)', sm: '170px minmax(0, 1fr)' },
      fontSize: '0.8125rem',
      '& dd': { m: 0, minWidth: 0 },
      '& dt': { color: 'text.secondary' },
    }}
  >
    {facts
      .filter(([, value]) => !isMissing(value))
      .map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{typeof value === 'string' ? <UserText isCut={false}>{value}</UserText> : value}</dd>
        </Fragment>
      ))}
  </Box>
);

/** Returns JSON with line breaks; another text stays as it is. */
export function readableJson(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value, null, 2);
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

interface CodeProperties {
  readonly label: string;
  readonly children: string;
}

/** Technical text, such as a request or an error. The text scrolls by keyboard too. */
export const CodeBlock = ({ label, children }: CodeProperties) => (
  <Box sx={{ minWidth: 0 }}>
    <Typography variant="caption" color="textSecondary" component="div" sx={{ mb: 0.5 }}>
      {label}
    </Typography>
    <Box
      component="pre"
      tabIndex={0}
      role="region"
      aria-label={label}
      sx={{
        m: 0,
        p: 1.25,
        maxHeight: 280,
        overflow: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        backgroundColor: 'background.default',
        fontFamily: 'ui-monospace, monospace',
        fontSize: '0.75rem',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      }}
    >
      {children}
    </Box>
  </Box>
);
