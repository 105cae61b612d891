import { Box, Chip, Paper, Stack } from '@mui/material';
import type { CustomFieldView } from '@kontor/sdk';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../fields/field-value';
import { Muted, UserText } from '../ui/text';

/** Tones of `tones.ts`. */
const INDEX_TONES = { building: 'pending', ready: 'active', failed: 'lost' } as const;

/** The state of the index of a field that lists can filter and sort by. */
export function IndexStatus({ field }: { readonly field: CustomFieldView }) {
  const translate = useTranslate();
  if (!field.indexStatus) return null;
  return (
    <StatusChip label={translate(`custom_fields.index_${field.indexStatus}`)} value={INDEX_TONES[field.indexStatus]} />
  );
}

/** One field: label, key, type, rules and the state of its index. */
export function FieldRow({ field, children }: { readonly field: CustomFieldView; readonly children?: ReactNode }) {
  const translate = useTranslate();
  return (
    <Paper variant="outlined" sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1.5, py: 1, mb: 1 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontSize: '0.875rem', fontWeight: 550 }}>
          <UserText to={`/settings/custom-fields/${field.id}`}>{field.label}</UserText>
        </Box>
        <Box sx={{ fontSize: '0.8125rem' }}>
          <Muted>
            {translate(`custom_fields.type_${field.type}`)} · <bdi>{field.key}</bdi>
          </Muted>
        </Box>
      </Box>
      <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap', justifyContent: 'flex-end' }}>
        {field.isRequired && <Chip variant="outlined" label={translate('custom_fields.isRequired')} />}
        {field.isUnique && <Chip variant="outlined" label={translate('custom_fields.isUnique')} />}
        <IndexStatus field={field} />
      </Stack>
      {children && (
        <Stack direction="row" sx={{ flexShrink: 0 }}>
          {children}
        </Stack>
      )}
    </Paper>
  );
}
