import AddIcon from '@mui/icons-material/Add';
import { Button, ListItemIcon, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAccess } from '../api/access';
import { RECORD_TYPES } from '../records';

/** Offers a new record of each type that the person may create. */
export function CreateMenu() {
  const translate = useTranslate();
  const { can } = useAccess();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const types = RECORD_TYPES.filter(({ resource }) => can(resource, 'create'));
  if (types.length === 0) return null;
  return (
    <>
      <Button
        variant="contained"
        startIcon={<AddIcon />}
        aria-haspopup="menu"
        aria-keyshortcuts="c"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('app.create')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {types.flatMap(({ resource, icon: Icon, otherCreates = [] }) =>
          [{ path: `/${resource}/create`, label: `records.${resource}.create` }, ...otherCreates].map(
            ({ path, label }) => (
              <MenuItem key={path} component={Link} to={path} onClick={() => setAnchor(null)}>
                <ListItemIcon>
                  <Icon fontSize="small" />
                </ListItemIcon>
                {translate(label)}
              </MenuItem>
            ),
          ),
        )}
      </Menu>
    </>
  );
}
