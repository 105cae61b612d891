import { Box, Link, type SxProps } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

const CUT: SxProps = { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' };

interface Properties {
  readonly children: string;
  readonly to?: string;
  readonly isCut?: boolean;
}

/** Text that people typed: isolated direction, cut to its column, whole on hover. */
export function UserText({ children, to, isCut = true }: Properties) {
  const text = (
    <Box component="bdi" title={isCut ? children : undefined} sx={isCut ? CUT : { overflowWrap: 'anywhere' }}>
      {children}
    </Box>
  );
  if (to === undefined) return text;
  return (
    <Link component={RouterLink} to={to} color="inherit" sx={{ display: 'block', minWidth: 0 }}>
      {text}
    </Link>
  );
}

/** Returns typed text for a sentence: its direction does not change the direction of the sentence. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Returns the address if it is safe to open: never `javascript:` or another scheme that runs code. */
export function safeHref(text: string): string | undefined {
  const candidate = URL.parse?.(text) ?? undefined;
  return candidate && ['http:', 'https:'].includes(candidate.protocol) ? candidate.href : undefined;
}

export function ExternalLink({ children }: { readonly children: string }) {
  const href = safeHref(children);
  if (href === undefined) return <UserText>{children}</UserText>;
  return (
    <Link href={href} target="_blank" rel="noopener noreferrer" title={children} sx={CUT}>
      <bdi>{children.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}</bdi>
    </Link>
  );
}

export const Muted = ({ children }: { readonly children: ReactNode }) => (
  <Box component="span" sx={{ color: 'text.secondary' }}>
    {children}
  </Box>
);
