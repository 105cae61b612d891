import { Alert, Box, FormControlLabel, Link, Paper, Radio, RadioGroup, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Likelihood } from '../../relations/likelihood';
import { TARGET_TYPES, type Candidate } from './conversion';

interface Properties {
  readonly target: 'company' | 'contact';
  readonly candidates: readonly Candidate[];
  readonly isHiddenOne: boolean;
  /** Id of the chosen record; `new` for a new record; empty if nothing is chosen yet. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Lists similar records with their likelihood. The person chooses one of them, or a new record. */
export function DuplicateChoice({ target, candidates, isHiddenOne, value, onChange }: Properties) {
  const translate = useTranslate();
  const { resource } = TARGET_TYPES[target];
  const title = translate(`records.${resource}.one`);
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2 }}>
      <Typography variant="h6" component="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {isHiddenOne && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {translate('convert.hidden_duplicate')}
        </Alert>
      )}
      <RadioGroup value={value} onChange={(_, chosen) => onChange(chosen)} aria-label={title}>
        {candidates.map(({ id, name, likelihood, reasons }) => (
          <Box key={id} sx={{ display: 'flex', alignItems: 'center', minWidth: 0 }}>
            <FormControlLabel
              value={id}
              control={<Radio size="small" />}
              sx={{ flex: 1, minWidth: 0, '& .MuiFormControlLabel-label': { minWidth: 0 } }}
              label={
                <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
                  <bdi>{translate('convert.use', { name })}</bdi>
                  <Likelihood likelihood={likelihood} reasons={reasons} />
                </Stack>
              }
            />
            <Link component={RouterLink} to={`/${resource}/${id}`} target="_blank" variant="body2">
              {translate('convert.look')}
            </Link>
          </Box>
        ))}
        <FormControlLabel value="new" control={<Radio size="small" />} label={translate('convert.create_anyway')} />
      </RadioGroup>
    </Paper>
  );
}
