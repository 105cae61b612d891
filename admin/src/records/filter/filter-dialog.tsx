import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { FilterNode } from '../../data/filters';
import type { RecordScreens } from '../record-screens';
import { FilterGroup } from './filter-group';
import { EMPTY, groupOf, nodeOf } from './filter-nodes';

interface Properties {
  readonly screens: RecordScreens;
  readonly where: FilterNode | undefined;
  /** Text of the button; default: of a list. */
  readonly button?: string;
  readonly onApply: (where: FilterNode | undefined) => void;
  readonly onClose: () => void;
}

/** Builds a filter of groups and conditions with the fields and operators of the metadata. */
// oxlint-disable-next-line import/no-default-export -- `lazy` needs a default export
export default function FilterDialog({ screens, where, button, onApply, onClose }: Properties) {
  const translate = useTranslate();
  const [group, setGroup] = useState(() => groupOf(where));
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="filter-title">
      <DialogTitle id="filter-title">{translate('list.filter')}</DialogTitle>
      <DialogContent>
        <FilterGroup resource={screens.resource} group={group} onChange={setGroup} depth={1} />
      </DialogContent>
      <DialogActions>
        <Button onClick={() => setGroup(EMPTY)}>{translate('list.clear_filters')}</Button>
        <Button onClick={onClose}>{translate('app.cancel')}</Button>
        <Button variant="contained" onClick={() => onApply(nodeOf(group))}>
          {button ?? translate('filter.apply')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
