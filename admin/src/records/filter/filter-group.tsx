import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, MenuItem, Select, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useRecordType } from '../../metadata/record-type';
import { FilterCondition } from './filter-condition';
import { conditionOn, EMPTY, isGroup, isOpaque, type Group, type Part } from './filter-nodes';

/** The API allows five levels; three are enough to read. */
const DEEPEST = 3;

interface Properties {
  readonly resource: string;
  readonly group: Group;
  readonly onChange: (group: Group) => void;
  readonly onRemove?: () => void;
  readonly depth: number;
}

export function FilterGroup({ resource, group, onChange, onRemove, depth }: Properties) {
  const translate = useTranslate();
  const { fields } = useRecordType(resource);
  const first = fields.find(({ isFilterable, name }) => isFilterable && name !== 'id');
  const mode = `${group.isNegated ? 'not_' : ''}${group.join}`;
  const replace = (at: number, part: Part) => onChange({ ...group, parts: group.parts.with(at, part) });
  const remove = (at: number) => onChange({ ...group, parts: group.parts.filter((_, index) => index !== at) });
  const add = (part: Part) => onChange({ ...group, parts: [...group.parts, part] });
  return (
    <Box sx={depth > 1 ? { border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 } : {}}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', mb: 1 }}>
        <Select
          value={mode}
          inputProps={{ 'aria-label': translate('filter.join') }}
          onChange={({ target }) =>
            onChange({
              ...group,
              isNegated: target.value.startsWith('not_'),
              join: target.value.endsWith('and') ? 'and' : 'or',
            })
          }
        >
          {['and', 'or', 'not_and', 'not_or'].map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`filter.${one}`)}
            </MenuItem>
          ))}
        </Select>
        {onRemove && (
          <IconButton onClick={onRemove} aria-label={translate('filter.remove_group')}>
            <RemoveIcon fontSize="small" />
          </IconButton>
        )}
      </Stack>
      <Stack spacing={1}>
        {group.parts.map((part, at) => {
          if (isGroup(part))
            return (
              <FilterGroup
                key={at}
                resource={resource}
                group={part}
                depth={depth + 1}
                onChange={(next) => replace(at, next)}
                onRemove={() => remove(at)}
              />
            );
          if (isOpaque(part))
            return (
              <Stack key={at} direction="row" spacing={1} sx={{ alignItems: 'center' }}>
                <Typography variant="body2" component="code" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
                  {JSON.stringify(part.opaque)}
                </Typography>
                <IconButton onClick={() => remove(at)} aria-label={translate('filter.remove')}>
                  <RemoveIcon fontSize="small" />
                </IconButton>
              </Stack>
            );
          return (
            <FilterCondition
              key={at}
              resource={resource}
              condition={part}
              onChange={(next) => replace(at, next)}
              onRemove={() => remove(at)}
            />
          );
        })}
      </Stack>
      <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
        <Button startIcon={<AddIcon />} disabled={!first} onClick={() => first && add(conditionOn(first))}>
          {translate('filter.add')}
        </Button>
        {depth < DEEPEST && (
          <Button
            startIcon={<AddIcon />}
            disabled={!first}
            onClick={() => first && add({ ...EMPTY, join: 'or', parts: [conditionOn(first)] })}
          >
            {translate('filter.add_group')}
          </Button>
        )}
      </Stack>
    </Box>
  );
}
