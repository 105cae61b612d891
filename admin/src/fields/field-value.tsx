import { Box, Chip, Link, Stack } from '@mui/material';
import { useGetOne } from 'react-admin';
import type { RecordData } from '../data/calls';
import { useLabels, type Field } from '../metadata/record-type';
import { pathOf, REFERENCES } from '../metadata/references';
import { useFormats } from '../ui/profile';
import { ExternalLink, Muted, UserText } from '../ui/text';
import { toneOf } from './tones';

/** Returns the value of a field: `customFields.tier` is inside an object. */
export const valueAt = (record: object, name: string): unknown =>
  name.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], record);

export function StatusChip({ label, value }: { readonly label: string; readonly value: string }) {
  const tone = toneOf(value);
  return (
    <Chip
      component="span"
      label={label}
      sx={(theme) => ({
        height: 22,
        color: tone[theme.palette.mode].text,
        backgroundColor: tone[theme.palette.mode].ground,
        '& .MuiChip-label': { px: 1 },
      })}
    />
  );
}

interface Properties {
  readonly resource: string;
  readonly field: Field;
  readonly record: RecordData;
  readonly isLong?: boolean;
}

/** Shows the value of any field by its type in the metadata. */
export function FieldValue({ resource, field, record, isLong = false }: Properties) {
  const { valueLabel } = useLabels(resource);
  const formats = useFormats();
  const value = valueAt(record, field.name);
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return <Muted>—</Muted>;
  const text = String(value);
  if (field.name in REFERENCES) return <ReferenceValue name={field.name} id={text} record={record} />;
  switch (field.type) {
    case 'choice':
      return <StatusChip label={valueLabel(field.name, text)} value={text} />;
    case 'timestamp':
      return <span title={formats.dateTime(text)}>{isLong ? formats.dateTime(text) : formats.date(text)}</span>;
    case 'day':
      return <>{formats.day(text)}</>;
    case 'decimal':
      return <>{formats.money(text, (record['currency'] as string | null | undefined) ?? null)}</>;
    case 'integer':
      return <>{formats.number(Number(value))}</>;
    case 'boolean':
      return <BooleanValue value={value === true} />;
    case 'tags':
    case 'list':
      return <Tags values={(value as unknown[]).map(String)} isWrapped={isLong} />;
    case 'json':
    case 'object':
      return <UserText isCut={!isLong}>{JSON.stringify(value)}</UserText>;
    default:
      return <TextValue text={text} isLong={isLong} />;
  }
}

function BooleanValue({ value }: { readonly value: boolean }) {
  return <>{value ? '✓' : '✗'}</>;
}

function Tags({ values, isWrapped }: { readonly values: readonly string[]; readonly isWrapped: boolean }) {
  return (
    <Stack
      direction="row"
      useFlexGap
      spacing={0.5}
      sx={{ flexWrap: isWrapped ? 'wrap' : 'nowrap', overflow: 'hidden' }}
    >
      {values.map((tag) => (
        <Chip key={tag} variant="outlined" label={<bdi>{tag}</bdi>} title={tag} sx={{ height: 22 }} />
      ))}
    </Stack>
  );
}

function TextValue({ text, isLong }: { readonly text: string; readonly isLong: boolean }) {
  if (/^https?:\/\//i.test(text)) return <ExternalLink>{text}</ExternalLink>;
  if (/^[^\s@?&#%]+@[^\s@?&#%]+\.[^\s@?&#%]+$/.test(text))
    return (
      <Link href={`mailto:${text}`} sx={{ display: 'block', minWidth: 0 }}>
        <UserText isCut={!isLong}>{text}</UserText>
      </Link>
    );
  if (isLong && text.includes('\n'))
    return (
      <Box component="bdi" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Box>
    );
  return <UserText isCut={!isLong}>{text}</UserText>;
}

/** Shows a linked record by the included record, else by its own request. */
function ReferenceValue({
  name,
  id,
  record,
}: {
  readonly name: string;
  readonly id: string;
  readonly record: RecordData;
}) {
  const reference = REFERENCES[name];
  const embedded = reference && (record[reference.embedded] as Record<string, unknown> | null | undefined);
  const isMissing = reference !== undefined && embedded === undefined;
  const { data } = useGetOne(reference?.resource ?? '', { id }, { enabled: isMissing, retry: false });
  const found = embedded ?? (data as Record<string, unknown> | undefined);
  const title = found?.[reference?.title ?? 'name'] ?? found?.['email'];
  if (typeof title !== 'string') return <Muted>—</Muted>;
  return <UserText to={reference && pathOf(reference.resource, id)}>{title}</UserText>;
}
