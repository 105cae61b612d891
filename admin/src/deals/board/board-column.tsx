import { Droppable } from '@hello-pangea/dnd';
import type { BoardColumnView } from '@kontor/sdk';
import { Box, Button, Chip, Link, Stack, Typography } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { errorText } from '../../api/errors';
import { totalText } from '../../records/list/totals';
import { useFormats } from '../../ui/profile';
import { UserText } from '../../ui/text';
import { useMoney } from '../money';

interface Properties {
  readonly column: BoardColumnView;
  readonly isDropDisabled: boolean;
  /** Address of the list of the deals in a currency; undefined if the list would show other deals. */
  readonly listPath: ((currency?: string) => string) | undefined;
  readonly onMore: (column: BoardColumnView) => Promise<void>;
  readonly children: ReactNode;
}

/** A stage with its count, its sums and its deals. */
export function BoardColumn({ column, isDropDisabled, listPath, onMore, children }: Properties) {
  const translate = useTranslate();
  const { stage, cards } = column;
  return (
    <Box
      component="section"
      aria-label={stage.name}
      data-stage={stage.id}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        flex: { xs: '0 0 84%', sm: '1 0 232px' },
        maxWidth: 380,
        minWidth: 0,
        scrollSnapAlign: { xs: 'start', sm: 'none' },
      }}
    >
      <ColumnHead column={column} listPath={listPath} />
      <Droppable droppableId={stage.id} isDropDisabled={isDropDisabled}>
        {({ innerRef, droppableProps, placeholder }, { isDraggingOver }) => (
          <Box
            ref={innerRef}
            {...droppableProps}
            sx={{
              flex: 1,
              minHeight: 120,
              p: 0.75,
              borderRadius: 1,
              backgroundColor: isDraggingOver ? 'action.selected' : 'action.hover',
              outline: isDraggingOver ? '2px solid' : 'none',
              outlineColor: 'primary.main',
              outlineOffset: -2,
            }}
          >
            {children}
            {placeholder}
            {cards.length === 0 && !isDraggingOver && (
              <Typography variant="caption" component="p" color="textSecondary" sx={{ textAlign: 'center', py: 2 }}>
                {translate('deals.no_deals_here')}
              </Typography>
            )}
            {column.nextCursor !== null && <MoreCards column={column} onMore={onMore} />}
          </Box>
        )}
      </Droppable>
    </Box>
  );
}

function ColumnHead({ column, listPath }: Pick<Properties, 'column' | 'listPath'>) {
  const translate = useTranslate();
  const money = useMoney();
  const { locale } = useFormats();
  const { stage, count, totals } = column;
  const linked = (text: string, currency?: string) =>
    listPath && count.count > 0 ? (
      <Link component={RouterLink} to={listPath(currency)} color="inherit">
        {text}
      </Link>
    ) : (
      text
    );
  return (
    <Box
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 2,
        pb: 0.75,
        pt: 0.5,
        backgroundColor: 'background.default',
        borderTop: 3,
        borderTopColor: stage.color ?? 'divider',
      }}
    >
      <Stack direction="row" spacing={1} sx={{ alignItems: 'baseline', px: 0.75 }}>
        <Typography variant="subtitle2" component="h2" sx={{ minWidth: 0 }}>
          <UserText>{stage.name}</UserText>
        </Typography>
        <Typography variant="body2" component="span" color="textSecondary" data-count>
          {linked(totalText(count, translate, locale))}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {!stage.isActive && <Chip label={translate('deals.retired')} variant="outlined" sx={{ height: 20 }} />}
        {stage.kind === 'open' && stage.isActive && (
          <Typography variant="caption" color="textSecondary" title={translate('deals.probability')}>
            {stage.probability} %
          </Typography>
        )}
      </Stack>
      <Box data-sums sx={{ px: 0.75, minHeight: 20, fontVariantNumeric: 'tabular-nums' }}>
        {totals.map(({ currency, value, weightedValue }) => (
          <Typography key={currency} variant="caption" component="div" noWrap>
            <Box component="span" sx={{ fontWeight: 600 }}>
              {linked(money(value, currency), currency)}
            </Box>
            {stage.kind === 'open' && (
              <Box component="span" sx={{ color: 'text.secondary' }} title={translate('deals.weighted_help')}>
                {' · '}
                {translate('deals.weighted_sum', { value: money(weightedValue, currency) })}
              </Box>
            )}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}

/** Reads more cards when the button scrolls into view, or by the button itself. */
function MoreCards({ column, onMore }: Pick<Properties, 'column' | 'onMore'>) {
  const translate = useTranslate();
  const button = useRef<HTMLButtonElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const load = async () => {
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    await onMore(column).catch(setError);
    setBusy(false);
  };
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    if (!button.current || error !== undefined) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void latest.current());
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [column.nextCursor, error]);
  return (
    <>
      {error !== undefined && (
        <Typography variant="caption" color="error" role="alert">
          {errorText(error)}
        </Typography>
      )}
      <Button ref={button} fullWidth loading={isBusy} onClick={() => void load()}>
        {translate('deals.more')}
      </Button>
    </>
  );
}
