import type { MergeField } from '@kontor/sdk';
import { Box, FormControlLabel, Radio, RadioGroup, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { RecordData } from '../data/calls';
import { isSame } from '../data/changes';
import { FieldValue } from '../fields/field-value';
import { useLabels, useRecordType } from '../metadata/record-type';
import { Muted, UserText } from '../ui/text';

interface Properties {
  readonly resource: string;
  readonly fields: readonly MergeField[];
  readonly records: readonly RecordData[];
  readonly nameOf: (id: string) => string;
  /** Id of the chosen record by field. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly onChoose: (field: string, id: string) => void;
}

const differs = ({ candidates, fromId }: MergeField): boolean =>
  fromId !== null && candidates.some(({ value }) => !isSame(value, candidates[0]?.value));

/** The value of each field after the merge. Where records differ, the person chooses the record that gives the value. */
export function MergeFields({ resource, fields, records, nameOf, chosen, onChoose }: Properties) {
  const translate = useTranslate();
  const { fieldLabel } = useLabels(resource);
  const open = fields.filter(differs);
  const settled = fields.filter((field) => !differs(field));
  return (
    <Stack spacing={2}>
      {open.length > 0 && (
        <Box component="section" aria-label={translate('merges.choose')}>
          <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
            {translate('merges.choose')}
          </Typography>
          {open.map(({ field, fromId, candidates }) => (
            <Line key={field} label={fieldLabel(field)}>
              <RadioGroup
                value={chosen[field] ?? fromId ?? ''}
                onChange={(_, id) => onChoose(field, id)}
                aria-label={fieldLabel(field)}
              >
                {candidates.map(({ id, value }) => (
                  <FormControlLabel
                    key={id}
                    value={id}
                    control={<Radio size="small" sx={{ py: 0.25 }} />}
                    sx={{ minWidth: 0, '& .MuiFormControlLabel-label': { minWidth: 0, flex: 1 } }}
                    label={
                      <Stack direction="row" useFlexGap spacing={1} sx={{ minWidth: 0, flexWrap: 'wrap' }}>
                        <Value resource={resource} field={field} value={value} record={recordOf(records, id)} />
                        <Muted>
                          <bdi>{nameOf(id)}</bdi>
                        </Muted>
                      </Stack>
                    }
                  />
                ))}
              </RadioGroup>
            </Line>
          ))}
        </Box>
      )}
      <Box component="section" aria-label={translate('merges.same')}>
        <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
          {translate('merges.same')}
        </Typography>
        {settled.map(({ field, value, fromId, candidates }) => (
          <Line key={field} label={fieldLabel(field)}>
            <Value
              resource={resource}
              field={field}
              value={value}
              record={recordOf(records, fromId ?? candidates[0]?.id)}
            />
          </Line>
        ))}
      </Box>
    </Stack>
  );
}

const recordOf = (records: readonly RecordData[], id: string | undefined) => records.find((one) => one.id === id);

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '160px minmax(0, 1fr)' },
        columnGap: 1,
        py: 0.5,
        borderBottom: 1,
        borderColor: 'divider',
        fontSize: '0.8125rem',
      }}
    >
      <Box sx={{ color: 'text.secondary', pt: 0.25 }}>{label}</Box>
      <Box sx={{ minWidth: 0 }}>{children}</Box>
    </Box>
  );
}

interface ValueProperties {
  readonly resource: string;
  readonly field: string;
  readonly value: unknown;
  readonly record: RecordData | undefined;
}

function Value({ resource, field: name, value, record }: ValueProperties) {
  const { field } = useRecordType(resource);
  const found = field(name);
  if (!found) return <UserText isCut={false}>{typeof value === 'string' ? value : JSON.stringify(value)}</UserText>;
  const [outer = '', inner] = found.name.split('.');
  const shown = {
    id: record?.id ?? '',
    currency: record?.['currency'],
    [outer]: inner === undefined ? value : { [inner]: value },
  };
  return <FieldValue resource={resource} field={found} record={shown} isLong />;
}
