import type { DealView } from '@kontor/sdk';
import FilterIcon from '@mui/icons-material/FilterListOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import SearchIcon from '@mui/icons-material/Search';
import {
  Badge,
  Button,
  Checkbox,
  InputAdornment,
  ListItemText,
  MenuItem,
  TextField,
  useMediaQuery,
  type Theme,
} from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useLabels, useRecordType } from '../../metadata/record-type';
import { useAddress } from '../address';
import { OwnerFilter } from '../owner-filter';

const TYPING_MS = 300;

/** Finds deals by words of the title. */
function SearchField() {
  const translate = useTranslate();
  const { parameters, set } = useAddress();
  const q = parameters.get('q') ?? '';
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text.trim() === q) return undefined;
    const timer = setTimeout(() => set({ q: text.trim() }), TYPING_MS);
    return () => clearTimeout(timer);
    // Only typing starts the timer.
  }, [text]);
  return (
    <TextField
      type="search"
      value={text}
      placeholder={translate('deals.search')}
      onChange={({ target }) => setText(target.value)}
      sx={{ width: { xs: '100%', sm: 150 } }}
      slotProps={{
        htmlInput: { 'aria-label': translate('deals.search'), maxLength: 100, dir: 'auto' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

/** Chooses one or more priorities. */
function PriorityFilter() {
  const { fieldLabel, valueLabel } = useLabels('deals');
  const { field } = useRecordType('deals');
  const { parameters, set } = useAddress();
  const chosen = parameters.getAll('priority');
  const values = field('priority')?.values ?? [];
  return (
    <TextField
      select
      label={fieldLabel('priority')}
      value={chosen.filter((one) => values.includes(one))}
      onChange={({ target }) => set({ priority: target.value as unknown as string[] })}
      slotProps={{
        select: {
          multiple: true,
          renderValue: (some) => (some as DealView['priority'][]).map((one) => valueLabel('priority', one)).join(', '),
        },
      }}
      sx={{ width: { xs: '100%', sm: 120 } }}
    >
      {values.map((one) => (
        <MenuItem key={one} value={one} dense>
          <Checkbox checked={chosen.includes(one)} sx={{ p: 0.25, mr: 1 }} tabIndex={-1} />
          <ListItemText primary={valueLabel('priority', one)} />
        </MenuItem>
      ))}
    </TextField>
  );
}

interface Properties {
  readonly isPastOpen: boolean;
  readonly onPast: () => void;
}

/** Search, owner, priority and the choice of an earlier day. On a phone, a button opens them. */
export function BoardFilters({ isPastOpen, onPast }: Properties) {
  const translate = useTranslate();
  const { parameters } = useAddress();
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const [isOpen, setOpen] = useState(false);
  const isFiltered = ['q', 'ownerId', 'priority'].some((name) => parameters.has(name));
  return (
    <>
      {isPhone && (
        <Button
          variant="outlined"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          startIcon={
            <Badge color="primary" variant="dot" invisible={!isFiltered}>
              <FilterIcon />
            </Badge>
          }
        >
          {translate('list.filter')}
        </Button>
      )}
      {(!isPhone || isOpen) && (
        <>
          <SearchField />
          <OwnerFilter />
          <PriorityFilter />
        </>
      )}
      <Button variant="outlined" startIcon={<HistoryIcon />} aria-expanded={isPastOpen} onClick={onPast}>
        {translate('deals.as_of')}
      </Button>
    </>
  );
}
