import SearchIcon from '@mui/icons-material/Search';
import {
  Box,
  Dialog,
  InputAdornment,
  List,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  TextField,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { kontor } from '../api/kontor';
import { screensOf } from '../records';
import { ErrorNote } from '../ui/feedback';
import { UserText } from '../ui/text';

const MOST = 12;

/** Searches all record types. The arrow keys choose a hit, Enter opens the hit. */
// oxlint-disable-next-line import/no-default-export -- `lazy` needs a default export
export default function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const q = useDeferredValue(text.trim());
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', q],
    enabled: q.length >= 2,
    queryFn: ({ signal }) => kontor.search.records({ q, limit: MOST, signal }),
    placeholderData: (former) => former,
  });
  const hits = q.length >= 2 ? (data?.best ?? []) : [];
  const open = (at: number) => {
    const hit = hits[at];
    if (!hit) return;
    onClose();
    void navigate(`/${hit.kind}/${hit.id}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen((at) => Math.max(0, Math.min(hits.length - 1, at + step)));
    }
    if (event.key === 'Enter') open(chosen);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="search-title"
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <Box
        component="h2"
        id="search-title"
        sx={{ position: 'absolute', m: 0, width: '1px', height: '1px', overflow: 'hidden' }}
      >
        {translate('app.search')}
      </Box>
      <Box sx={{ p: 1.5 }}>
        <TextField
          autoFocus
          value={text}
          placeholder={translate('app.search_placeholder')}
          onChange={({ target }) => {
            setText(target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          slotProps={{
            htmlInput: {
              'aria-label': translate('app.search'),
              role: 'combobox',
              'aria-expanded': hits.length > 0,
              'aria-controls': 'search-hits',
              'aria-activedescendant': hits[chosen] ? `hit-${hits[chosen].id}` : undefined,
              maxLength: 100,
              dir: 'auto',
            },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchIcon fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
        />
      </Box>
      {error && (
        <Box sx={{ px: 1.5, pb: 1.5 }}>
          <ErrorNote error={error} />
        </Box>
      )}
      {hits.length === 0 && !error && (
        <Typography color="textSecondary" variant="body2" sx={{ px: 2, pb: 2 }} role="status">
          {translate(q.length < 2 ? 'app.search_start' : isFetching ? 'app.loading' : 'app.search_empty')}
        </Typography>
      )}
      {hits.length > 0 && (
        <List
          id="search-hits"
          role="listbox"
          aria-label={translate('app.search')}
          dense
          sx={{ px: 1, pt: 0, pb: 1, overflowY: 'auto' }}
        >
          {hits.map((hit, at) => {
            const Icon = screensOf(hit.kind)?.icon ?? SearchIcon;
            return (
              <ListItemButton
                key={hit.id}
                id={`hit-${hit.id}`}
                role="option"
                aria-selected={at === chosen}
                selected={at === chosen}
                onClick={() => open(at)}
              >
                <ListItemIcon sx={{ minWidth: 34 }}>
                  <Icon fontSize="small" />
                </ListItemIcon>
                <ListItemText
                  primary={<UserText>{hit.title}</UserText>}
                  secondary={
                    <UserText>
                      {[translate(`records.${hit.kind}.one`), hit.subtitle].filter(Boolean).join(' · ')}
                    </UserText>
                  }
                />
              </ListItemButton>
            );
          })}
        </List>
      )}
    </Dialog>
  );
}
