import AddIcon from '@mui/icons-material/Add';
import FilterIcon from '@mui/icons-material/FilterListOutlined';
import RemoveIcon from '@mui/icons-material/Close';
import { Badge, Box, Button, FormHelperText, IconButton, Stack, TextField } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { FilterNode } from '../data/filters';
import { screensOf } from '../records';
import { countConditions } from '../records/filter/filter-nodes';
import { isolated } from '../ui/text';

const FilterDialog = lazy(() => import('../records/filter/filter-dialog'));

export interface Rule {
  readonly name: string;
  readonly points: number | string;
  readonly when: FilterNode | Record<string, never>;
}
interface Properties {
  readonly rules: readonly Rule[];
  readonly onChange: (rules: readonly Rule[]) => void;
  readonly isDisabled: boolean;
  readonly error: string | undefined;
}

const hasFilter = (when: Rule['when']): when is FilterNode => Object.keys(when).length > 0;

/** The rules of the lead score: a name, points, and a filter of leads. */
export function RulesInput({ rules, onChange, isDisabled, error }: Properties) {
  const translate = useTranslate();
  const [filtered, setFiltered] = useState<number>();
  const screens = screensOf('leads');
  const change = (at: number, part: Partial<Rule>) => {
    const rule = rules[at];
    if (rule) onChange(rules.with(at, { ...rule, ...part }));
  };
  const open = filtered === undefined ? undefined : rules[filtered];
  return (
    <Box>
      {error !== undefined && <FormHelperText error>{error}</FormHelperText>}
      <Stack spacing={1}>
        {rules.map((rule, at) => (
          <Stack key={at} direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <TextField
              value={rule.name}
              onChange={({ target }) => change(at, { name: target.value })}
              disabled={isDisabled}
              required
              sx={{ flex: 1, minWidth: 160 }}
              slotProps={{ htmlInput: { 'aria-label': translate('company.rule_name'), dir: 'auto', maxLength: 100 } }}
            />
            <TextField
              value={rule.points}
              onChange={({ target }) =>
                change(at, { points: /^-?\d+$/.test(target.value) ? Number(target.value) : target.value })
              }
              disabled={isDisabled}
              required
              sx={{ width: 76 }}
              slotProps={{ htmlInput: { 'aria-label': translate('company.rule_points'), inputMode: 'numeric' } }}
            />
            <Badge badgeContent={hasFilter(rule.when) ? countConditions(rule.when) : 0} color="primary">
              <Button
                variant="outlined"
                startIcon={<FilterIcon />}
                disabled={isDisabled}
                onClick={() => setFiltered(at)}
                aria-label={translate('company.rule_when_named', { name: isolated(rule.name) })}
              >
                {translate('company.rule_when')}
              </Button>
            </Badge>
            {!isDisabled && (
              <IconButton
                onClick={() => onChange(rules.toSpliced(at, 1))}
                aria-label={translate('company.rule_remove', { name: isolated(rule.name) })}
              >
                <RemoveIcon fontSize="small" />
              </IconButton>
            )}
          </Stack>
        ))}
      </Stack>
      {!isDisabled && (
        <Button
          startIcon={<AddIcon />}
          sx={{ mt: 1 }}
          onClick={() => onChange([...rules, { name: '', points: 10, when: {} }])}
        >
          {translate('company.rule_add')}
        </Button>
      )}
      {open && filtered !== undefined && screens && (
        <Suspense>
          <FilterDialog
            screens={screens}
            where={hasFilter(open.when) ? open.when : undefined}
            onApply={(where) => {
              change(filtered, { when: where ?? {} });
              setFiltered(undefined);
            }}
            onClose={() => setFiltered(undefined)}
          />
        </Suspense>
      )}
    </Box>
  );
}
