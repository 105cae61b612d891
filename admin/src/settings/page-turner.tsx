import PreviousIcon from '@mui/icons-material/ChevronLeft';
import NextIcon from '@mui/icons-material/ChevronRight';
import { IconButton, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';

interface Properties {
  readonly page: number;
  readonly hasMore: boolean;
  readonly onTurn: (page: number) => void;
}

/** Previous and next page; nothing for a list of one page. */
export function PageTurner({ page, hasMore, onTurn }: Properties) {
  const translate = useTranslate();
  if (page === 1 && !hasMore) return null;
  return (
    <Stack component="nav" direction="row" aria-label={translate('list.pages')}>
      <IconButton disabled={page <= 1} onClick={() => onTurn(page - 1)} aria-label={translate('list.previous')}>
        <PreviousIcon />
      </IconButton>
      <IconButton disabled={!hasMore} onClick={() => onTurn(page + 1)} aria-label={translate('list.next')}>
        <NextIcon />
      </IconButton>
    </Stack>
  );
}
