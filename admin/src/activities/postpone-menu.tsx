import ClockIcon from '@mui/icons-material/MoreTimeOutlined';
import type { ActivityView } from '@kontor/sdk';
import { Divider, IconButton, ListItemText, Menu, MenuItem } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormats } from '../ui/profile';
import { activityTitle } from './activity-fields';
import { addDays, dayIn, mondayOf, movedTo } from './days';

const PostponeDialog = lazy(() => import('./postpone-dialog'));

interface Properties {
  readonly activity: ActivityView;
  readonly isBusy: boolean;
  readonly onPostpone: (dueAt: string) => void;
}

/** Moves the due time: tomorrow, in two days, next week, or to another time. */
export function PostponeMenu({ activity, isBusy, onPostpone }: Properties) {
  const translate = useTranslate();
  const { timeZone, day } = useFormats();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const today = dayIn(new Date(), timeZone);
  const choices = [
    ['tomorrow', addDays(today, 1)],
    ['two_days', addDays(today, 2)],
    ['next_week', addDays(mondayOf(today), 7)],
  ] as const;
  const close = () => setAnchor(null);
  return (
    <>
      <IconButton
        aria-label={translate('activity.postpone', { name: activityTitle(activity) })}
        aria-haspopup="menu"
        loading={isBusy}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <ClockIcon fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {choices.map(([name, to]) => (
          <MenuItem
            key={name}
            onClick={() => {
              close();
              onPostpone(movedTo(activity.dueAt, to, timeZone));
            }}
          >
            <ListItemText primary={translate(`activity.to_${name}`)} secondary={day(to)} />
          </MenuItem>
        ))}
        <Divider />
        <MenuItem
          onClick={() => {
            close();
            setChoosing(true);
          }}
        >
          {translate('activity.to_other')}
        </MenuItem>
      </Menu>
      <Suspense>
        {isChoosing && (
          <PostponeDialog
            dueAt={activity.dueAt}
            name={activityTitle(activity)}
            onClose={() => setChoosing(false)}
            onChoose={(dueAt) => {
              setChoosing(false);
              onPostpone(dueAt);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
