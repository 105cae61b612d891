import type { DraftEvidence, LeadParseView } from '@kontor/sdk';
import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FieldInput } from '../../fields/field-input';
import { useLabels, useRecordType } from '../../metadata/record-type';
import { Muted } from '../../ui/text';

/** Fields that a text can give, and the owner. */
export const FIELDS = [
  'name',
  'email',
  'phone',
  'company',
  'jobTitle',
  'website',
  'budget',
  'projectType',
  'estimatedValue',
  'currency',
  'expectedCloseDate',
  'source',
  'ownerId',
  'message',
] as const;

interface Properties {
  readonly parsed: LeadParseView;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: unknown) => void;
  readonly onFocus: (name: string) => void;
}

/** The values that were found in the text, each with its words and the confidence. All can be corrected. */
export function ParsedFields({ parsed, values, errors, onChange, onFocus }: Properties) {
  const translate = useTranslate();
  const { field } = useRecordType('leads');
  const { fieldLabel } = useLabels('leads');
  const missing = parsed.missing.filter((name) => !values[name]);
  return (
    <>
      {parsed.notice && (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {parsed.notice}
        </Alert>
      )}
      {missing.length > 0 && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {translate('from_text.missing', { fields: missing.map(fieldLabel).join(', ') })}
        </Alert>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {FIELDS.map((name) => {
          const found = field(name);
          const error = errors[`overrides.${name}`];
          if (!found) return null;
          return (
            <Box
              key={name}
              onFocus={() => onFocus(name)}
              sx={name === 'message' ? { gridColumn: '1 / -1' } : { minWidth: 0 }}
            >
              <FieldInput
                resource="leads"
                field={found}
                value={values[name] ?? null}
                onChange={(value) => onChange(name, value)}
                {...(error !== undefined && { error })}
              />
              <Evidence evidence={parsed.evidence.find((one) => one.field === name)} />
            </Box>
          );
        })}
      </Box>
    </>
  );
}

function Evidence({ evidence }: { readonly evidence: DraftEvidence | undefined }) {
  const translate = useTranslate();
  if (!evidence) return null;
  const words = evidence.words?.replaceAll(/\s+/g, ' ') ?? '';
  return (
    <Typography variant="caption" component="div" noWrap title={words} sx={{ px: 0.5, pt: 0.25 }}>
      <Muted>
        {translate('from_text.confidence', { confidence: Math.round(evidence.confidence * 100) })}
        {words && (
          <>
            {' · '}
            <bdi>“{words}”</bdi>
          </>
        )}
      </Muted>
    </Typography>
  );
}
