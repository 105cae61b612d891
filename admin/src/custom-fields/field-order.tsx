import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import { Box, IconButton } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { CustomFieldView } from '@kontor/sdk';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { ErrorNote } from '../ui/feedback';
import { isolated } from '../ui/text';
import { FieldRow } from './field-row';
import type { FieldResource } from './field-types';

interface Properties {
  readonly resource: FieldResource;
  readonly fields: readonly CustomFieldView[];
  readonly canManage: boolean;
}

/** The fields with buttons to move them. The new order is shown once the server has stored it. */
export function FieldOrder({ resource, fields, canManage }: Properties) {
  const translate = useTranslate();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [said, setSaid] = useState('');
  const isRunning = useRef(false);
  const move = async (at: number, step: number) => {
    const field = fields[at];
    if (isRunning.current || !field) return;
    isRunning.current = true;
    setError(undefined);
    const ids = fields.map(({ id }) => id);
    try {
      await kontor.customFields.reorder({ resource, ids: ids.toSpliced(at, 1).toSpliced(at + step, 0, field.id) });
      setSaid(translate('custom_fields.moved', { label: field.label, position: at + step + 1 }));
    } catch (failure) {
      setError(failure);
    } finally {
      await client.invalidateQueries({ queryKey: ['custom-fields', resource] });
      isRunning.current = false;
    }
  };
  return (
    <Box>
      {error !== undefined && <ErrorNote error={error} />}
      <Box role="status" sx={{ position: 'absolute', left: -9999 }}>
        {said}
      </Box>
      {fields.map((field, at) => (
        <FieldRow key={field.id} field={field}>
          {canManage && (
            <>
              <IconButton
                disabled={at === 0}
                onClick={() => void move(at, -1)}
                aria-label={translate('list.move_up', { name: isolated(field.label) })}
              >
                <UpIcon fontSize="small" />
              </IconButton>
              <IconButton
                disabled={at === fields.length - 1}
                onClick={() => void move(at, 1)}
                aria-label={translate('list.move_down', { name: isolated(field.label) })}
              >
                <DownIcon fontSize="small" />
              </IconButton>
            </>
          )}
        </FieldRow>
      ))}
    </Box>
  );
}
