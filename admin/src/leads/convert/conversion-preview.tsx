import type { ConversionTargetView, LeadConversionView } from '@kontor/sdk';
import { Alert, Box, Chip, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FieldValue } from '../../fields/field-value';
import { useLabels, useRecordType } from '../../metadata/record-type';
import { UserText } from '../../ui/text';
import { TARGETS, TARGET_TYPES, type Target } from './conversion';

/** Ids that say nothing to people. */
const LINKS = new Set(['companyId', 'contactId', 'leadId', 'ownerId', 'teamId']);

/** What a conversion creates, fills and leaves out; after the conversion with links. */
export function ConversionPreview({ result }: { readonly result: LeadConversionView }) {
  const translate = useTranslate();
  return (
    <Stack spacing={2}>
      {TARGETS.map((target) => {
        const view = result[target];
        return view && <TargetResult key={target} target={target} view={view} isDone={!result.dryRun} />;
      })}
      {result.activities > 0 && (
        <Typography color="textSecondary">
          {translate('convert.activities', { smart_count: result.activities })}
        </Typography>
      )}
      {result.notCarried.length > 0 && (
        <Alert severity="warning">
          {translate('convert.not_carried')}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {result.notCarried.map(({ target, field, detail }) => (
              <li key={`${target}.${field}`}>
                <NotCarried target={target} field={field} detail={detail} />
              </li>
            ))}
          </Box>
        </Alert>
      )}
    </Stack>
  );
}

function NotCarried({ target, field, detail }: { target: Target; field: string; detail: string }) {
  const translate = useTranslate();
  const { resource } = TARGET_TYPES[target];
  const { fieldLabel } = useLabels(resource);
  return (
    <>
      {translate(`records.${resource}.one`)}, {fieldLabel(field)}: <bdi>{detail}</bdi>
    </>
  );
}

interface Properties {
  readonly target: Target;
  readonly view: ConversionTargetView;
  readonly isDone: boolean;
}

function TargetResult({ target, view, isDone }: Properties) {
  const translate = useTranslate();
  const { resource } = TARGET_TYPES[target];
  const { fieldLabel } = useLabels(resource);
  const { field } = useRecordType(resource);
  const word = view.created ? (isDone ? 'created' : 'will_create') : isDone ? 'linked' : 'will_link';
  const { customFields = {}, ...values } = view.values as { customFields?: object } & Record<string, unknown>;
  const named = [...Object.keys(values), ...Object.keys(customFields).map((key) => `customFields.${key}`)];
  const shown = named.filter((name) => !LINKS.has(name)).flatMap((name) => field(name) ?? []);
  const names = (all: readonly string[]) => all.map(fieldLabel).join(', ');
  return (
    <Paper variant="outlined" component="section" aria-label={translate(`records.${resource}.one`)} sx={{ p: 2 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Typography variant="h6" component="h2" sx={{ minWidth: 0 }}>
          <Typography variant="caption" color="textSecondary" component="span" sx={{ display: 'block' }}>
            {translate(`records.${resource}.one`)}
          </Typography>
          <UserText {...(view.id !== null && { to: `/${resource}/${view.id}` })}>{view.name}</UserText>
        </Typography>
        <Chip variant="outlined" label={translate(`convert.${word}`)} />
      </Stack>
      {shown.map((one) => (
        <Box
          key={one.name}
          sx={{
            display: 'grid',
            gridTemplateColumns: '128px minmax(0, 1fr)',
            columnGap: 1,
            py: 0.25,
            fontSize: '0.8125rem',
          }}
        >
          <Box sx={{ color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {fieldLabel(one.name)}
          </Box>
          <Box sx={{ minWidth: 0 }}>
            <FieldValue resource={resource} field={one} record={{ id: '', ...view.values }} isLong />
          </Box>
        </Box>
      ))}
      {view.filled.length > 0 && (
        <Typography variant="body2">{translate('convert.filled', { fields: names(view.filled) })}</Typography>
      )}
      {view.unchanged.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {translate('convert.unchanged', { fields: names(view.unchanged) })}
        </Typography>
      )}
      {view.tagsAdded.length > 0 && (
        <Typography variant="body2" component="div">
          {translate('convert.tags_added')} <bdi>{view.tagsAdded.join(', ')}</bdi>
        </Typography>
      )}
    </Paper>
  );
}
