import NextIcon from '@mui/icons-material/ChevronRight';
import PreviousIcon from '@mui/icons-material/ChevronLeft';
import { IconButton, MenuItem, Select, Stack, Typography } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { useFormats } from '../../ui/profile';
import { totalText } from './totals';

const SIZES = [25, 50, 100];

/** Turns pages by cursors: previous and next, and no jump to a page. */
export function ListPager() {
  const translate = useTranslate();
  const { number } = useFormats();
  const { page, perPage, setPage, setPerPage, hasNextPage, data, meta } = useListContext();
  const first = (page - 1) * perPage + 1;
  const range = `${number(first)}–${number(first + (data?.length ?? 0) - 1)}`;
  const total = totalText(meta?.total, translate);
  return (
    <Stack
      component="nav"
      aria-label={translate('list.pages')}
      direction="row"
      spacing={1}
      sx={{ alignItems: 'center', justifyContent: 'flex-end', px: 1.5, py: 0.75 }}
    >
      <Select
        variant="standard"
        disableUnderline
        value={perPage}
        onChange={({ target }) => setPerPage(Number(target.value))}
        inputProps={{ 'aria-label': translate('list.page_size') }}
        sx={{ fontSize: '0.8125rem', mr: 'auto' }}
      >
        {SIZES.map((size) => (
          <MenuItem key={size} value={size}>
            {translate('list.per_page', { size })}
          </MenuItem>
        ))}
      </Select>
      <Typography variant="body2" color="textSecondary">
        {total ? translate('list.range_of', { range, total }) : range}
      </Typography>
      <IconButton disabled={page <= 1} onClick={() => setPage(page - 1)} aria-label={translate('list.previous')}>
        <PreviousIcon />
      </IconButton>
      <IconButton disabled={!hasNextPage} onClick={() => setPage(page + 1)} aria-label={translate('list.next')}>
        <NextIcon />
      </IconButton>
    </Stack>
  );
}
