import type { DraftEvidence } from '@kontor/sdk';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useLabels } from '../../metadata/record-type';

interface Properties {
  readonly text: string;
  readonly evidence: readonly DraftEvidence[];
  /** The field whose words are emphasised. */
  readonly active: string | undefined;
}

/** The pasted text. Words that gave a value are marked; overlapping marks are left out. */
export function MarkedText({ text, evidence, active }: Properties) {
  const { fieldLabel } = useLabels('leads');
  const parts: ReactNode[] = [];
  let at = 0;
  const found = evidence
    .flatMap(({ field, start, end }) => (start === null || end === null ? [] : [{ field, start, end }]))
    .toSorted((one, other) => Number(other.field === active) - Number(one.field === active) || one.start - other.start);
  const shown: typeof found = [];
  for (const one of found) if (!shown.some(({ start, end }) => one.start < end && start < one.end)) shown.push(one);
  for (const { field, start, end } of shown.toSorted((one, other) => one.start - other.start)) {
    parts.push(text.slice(at, start));
    parts.push(
      <Box
        key={start}
        component="mark"
        title={fieldLabel(field)}
        sx={(theme) => ({
          color: 'inherit',
          borderRadius: 0.5,
          backgroundColor: theme.palette.mode === 'light' ? '#fbeecb' : '#3a2c0d',
          ...(field === active && { outline: `2px solid ${theme.palette.primary.main}` }),
        })}
      >
        {text.slice(start, end)}
      </Box>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return (
    <Box
      dir="auto"
      sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '0.875rem', maxHeight: 520, overflow: 'auto' }}
      tabIndex={0}
    >
      {parts}
    </Box>
  );
}
