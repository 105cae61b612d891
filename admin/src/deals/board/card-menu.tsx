import type { DealView, PipelineStageView } from '@kontor/sdk';
import MoreIcon from '@mui/icons-material/MoreHoriz';
import { Divider, IconButton, ListSubheader, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { stepsOf, type Step } from '../closing/steps';

interface Properties {
  readonly deal: DealView;
  readonly stages: readonly PipelineStageView[];
  readonly isBusy: boolean;
  readonly onMove: (deal: DealView, stageId: string) => void;
  readonly onStep: (deal: DealView, step: Step) => void;
}

/** Moves and closes a deal without dragging. */
export function CardMenu({ deal, stages, isBusy, onMove, onStep }: Properties) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const targets = stages.filter(({ kind, isActive, id }) => kind === 'open' && isActive && id !== deal.stageId);
  const close = () => setAnchor(null);
  return (
    <>
      <IconButton
        className="menu"
        disabled={isBusy}
        aria-label={translate('deals.card_menu', { title: deal.title })}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ p: 0.25, mt: '-2px', opacity: { xs: 1, md: 0.35 } }}
      >
        <MoreIcon sx={{ fontSize: 18 }} />
      </IconButton>
      {anchor && (
        <Menu anchorEl={anchor} open onClose={close} slotProps={{ paper: { sx: { maxWidth: 300 } } }}>
          {stepsOf(deal).map((step) => (
            <MenuItem
              key={step}
              onClick={() => {
                close();
                onStep(deal, step);
              }}
            >
              {translate(`deals.step_${step}`)}
            </MenuItem>
          ))}
          {deal.status === 'open' &&
            targets.length > 0 && [
              <Divider key="line" />,
              <ListSubheader key="title" disableSticky sx={{ lineHeight: '28px', backgroundColor: 'transparent' }}>
                {translate('deals.move_to')}
              </ListSubheader>,
              ...targets.map(({ id, name }) => (
                <MenuItem
                  key={id}
                  onClick={() => {
                    close();
                    onMove(deal, id);
                  }}
                  sx={{ overflow: 'hidden', textOverflow: 'ellipsis', display: 'block' }}
                >
                  <bdi title={name}>{name}</bdi>
                </MenuItem>
              )),
            ]}
        </Menu>
      )}
    </>
  );
}
