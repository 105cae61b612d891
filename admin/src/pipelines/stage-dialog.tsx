import type { PipelineStageView } from '@kontor/sdk';
import { Box, ButtonBase, MenuItem, Stack, TextField, Typography } from '@mui/material';
import CheckIcon from '@mui/icons-material/Check';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { EditDialog, type Input } from './edit-dialog';

const KINDS = ['open', 'won', 'lost'] as const;
const COLORS = ['#8a93a0', '#2b59c3', '#1b8a9e', '#2f8f5b', '#f5b83d', '#d9730d', '#c93a3a', '#8b4fc2'];

interface StageValues extends Record<string, unknown> {
  readonly name: string;
  readonly description: string | null;
  readonly kind: PipelineStageView['kind'];
  /** Text, as the person may still be typing. */
  readonly probability: string;
  readonly rotDays: string;
  readonly color: string | null;
}

const valuesOf = (stage: PipelineStageView): StageValues & { readonly version: number } => ({
  name: stage.name,
  description: stage.description,
  kind: stage.kind,
  probability: String(stage.probability),
  rotDays: stage.rotDays === null ? '' : String(stage.rotDays),
  color: stage.color,
  version: stage.version,
});
const EMPTY: StageValues = { name: '', description: null, kind: 'open', probability: '50', rotDays: '', color: null };

/** Returns the body of a request. Won and lost stages have a fixed probability. */
function bodyOf({ probability, rotDays, ...plain }: Partial<StageValues>, kind: string) {
  return {
    ...plain,
    ...(probability !== undefined && kind === 'open' && { probability: Number(probability) }),
    ...(rotDays !== undefined && { rotDays: rotDays === '' ? null : Number(rotDays) }),
  };
}

interface Properties {
  readonly pipelineId: string;
  /** Undefined for a new stage. */
  readonly stage?: PipelineStageView | undefined;
  /** Position of a new stage. */
  readonly position: number;
  readonly onClose: () => void;
}

/** Creates or changes a stage. */
export function StageDialog({ pipelineId, stage, position, onClose }: Properties) {
  const translate = useTranslate();
  const labelOf = (name: string) => translate(`pipelines.${name}`);
  const { version: _, ...stored } = stage ? valuesOf(stage) : { ...EMPTY, version: 0 };
  return (
    <EditDialog<StageValues>
      title={translate(stage ? 'pipelines.edit_stage' : 'pipelines.create_stage')}
      stored={stored}
      {...(stage && {
        version: stage.version,
        read: async () => valuesOf(await kontor.pipelineStages.get(stage.id)),
      })}
      save={(changes, version) =>
        stage
          ? kontor.pipelineStages.update(stage.id, bodyOf(changes, changes.kind ?? stage.kind), {
              ifMatch: { ...stage, version: version as number },
            })
          : kontor.pipelines.createStage(pipelineId, {
              ...bodyOf(changes, changes.kind ?? 'open'),
              name: changes.name ?? '',
              position,
            })
      }
      labelOf={labelOf}
      textOf={(name, value) =>
        name === 'kind' ? translate(`pipelines.kind_${String(value)}`) : String(value ?? '') || '—'
      }
      onClose={onClose}
    >
      {(input) => <StageFields input={input} labelOf={labelOf} />}
    </EditDialog>
  );
}

interface FieldsProperties {
  readonly input: Input<StageValues>;
  readonly labelOf: (name: string) => string;
}

function StageFields({ input: { values, set, errors }, labelOf }: FieldsProperties) {
  const translate = useTranslate();
  const common = (name: keyof StageValues & string, help?: string) => ({
    label: labelOf(name),
    error: errors[name] !== undefined,
    helperText: errors[name] ?? help,
  });
  return (
    <>
      <TextField
        {...common('name')}
        required
        autoFocus
        value={values.name}
        onChange={({ target }) => set({ name: target.value })}
        slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
      />
      <TextField
        {...common('description')}
        value={values.description ?? ''}
        onChange={({ target }) => set({ description: target.value || null })}
        slotProps={{ htmlInput: { maxLength: 500, dir: 'auto' } }}
      />
      <TextField
        {...common('kind')}
        select
        value={values.kind}
        onChange={({ target }) => set({ kind: target.value as StageValues['kind'] })}
      >
        {KINDS.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {translate(`pipelines.kind_${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {values.kind === 'open' && (
        <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
          <TextField
            {...common('probability')}
            required
            type="number"
            value={values.probability}
            onChange={({ target }) => set({ probability: target.value })}
            slotProps={{ htmlInput: { min: 0, max: 100, step: 1 } }}
          />
          <TextField
            {...common('rotDays', translate('pipelines.rotDays_help'))}
            type="number"
            value={values.rotDays}
            onChange={({ target }) => set({ rotDays: target.value })}
            slotProps={{ htmlInput: { min: 1, max: 3650, step: 1 } }}
          />
        </Stack>
      )}
      <ColorChoice value={values.color} onChange={(color) => set({ color })} />
    </>
  );
}

interface ColorProperties {
  readonly value: string | null;
  readonly onChange: (color: string | null) => void;
}

function ColorChoice({ value, onChange }: ColorProperties) {
  const translate = useTranslate();
  const shown = value !== null && !COLORS.includes(value) ? [...COLORS, value] : COLORS;
  return (
    <Box role="radiogroup" aria-label={translate('pipelines.color')}>
      <Typography variant="caption" component="div" color="textSecondary" sx={{ mb: 0.5 }}>
        {translate('pipelines.color')}
      </Typography>
      <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap' }}>
        {[null, ...shown].map((color) => (
          <ButtonBase
            key={color ?? ''}
            role="radio"
            aria-checked={color === value}
            aria-label={color ?? translate('pipelines.no_color')}
            onClick={() => onChange(color)}
            sx={{
              width: 28,
              height: 28,
              borderRadius: '50%',
              border: 1,
              borderColor: 'divider',
              backgroundColor: color ?? 'transparent',
              color: color ? '#fff' : 'text.secondary',
            }}
          >
            {color === value && <CheckIcon sx={{ fontSize: 16 }} />}
          </ButtonBase>
        ))}
      </Stack>
    </Box>
  );
}
