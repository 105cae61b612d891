import PinIcon from '@mui/icons-material/PushPin';
import ViewsIcon from '@mui/icons-material/BookmarksOutlined';
import { Button, Divider, ListItemText, ListSubheader, Menu, MenuItem } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedViewView } from '@kontor/sdk';
import { lazy, Suspense, useState } from 'react';
import { useGetIdentity, useListContext, useNotify, useTranslate } from 'react-admin';
import { useAccess } from '../../api/access';
import { errorText } from '../../api/errors';
import { kontor } from '../../api/kontor';
import { conditionOf, type FilterNode, type ListFilter } from '../../data/filters';
import { UserText } from '../../ui/text';
import type { RecordScreens } from '../record-screens';
import { useColumns } from './columns';

const ViewDialog = lazy(() => import('./view-dialog'));

/** Saved views: pinned, own, of the team, shared. A view holds filter, columns and order. */
export function ViewMenu({ screens }: { readonly screens: RecordScreens }) {
  const { resource } = screens;
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { can } = useAccess();
  const { identity } = useGetIdentity();
  const { filterValues, setFilters, sort, setSort } = useListContext();
  const { names, setNames } = useColumns(screens);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isSaving, setSaving] = useState(false);
  const filter = filterValues as ListFilter;
  const canRead = can('views', 'read');
  const { data } = useQuery({
    queryKey: ['views', resource],
    enabled: canRead,
    queryFn: () => kontor.views.list({ resource: [resource], limit: 100 } as never),
  });
  const change = useMutation({
    mutationFn: (run: () => PromiseLike<unknown>) => Promise.resolve(run()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['views', resource] }),
    onError: (error) => notify(errorText(error), { type: 'error' }),
  });
  if (!canRead) return null;
  const views = data?.data ?? [];
  const current = views.find(({ id }) => id === filter.view);
  const isOwn = current?.ownerId === identity?.id;
  const content = {
    filter: (conditionOf({ ...filter, fixed: undefined }) ?? null) as never,
    columns: [...names],
    sort: [`${sort.order === 'DESC' ? '-' : ''}${sort.field}`],
  };
  const open = (view?: SavedViewView) => {
    setAnchor(null);
    setFilters(view ? { view: view.id, ...(view.filter && { where: view.filter as unknown as FilterNode }) } : {}, {});
    if (view && view.columns.length > 0) setNames(view.columns);
    const [first] = view?.sort ?? [];
    if (first) setSort({ field: first.replace(/^-/, ''), order: first.startsWith('-') ? 'DESC' : 'ASC' });
  };
  const groups: [string, SavedViewView[]][] = [
    ['pinned', views.filter((view) => view.isPinned)],
    ['mine', views.filter((view) => !view.isPinned && view.ownerId === identity?.id)],
    ['team', views.filter((view) => !view.isPinned && view.ownerId !== identity?.id && view.scope === 'team')],
    ['shared', views.filter((view) => !view.isPinned && view.ownerId !== identity?.id && view.scope === 'shared')],
  ];
  const act = (run: () => PromiseLike<unknown>) => {
    setAnchor(null);
    change.mutate(run);
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<ViewsIcon />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ maxWidth: 240 }}
      >
        <UserText>{current?.name ?? translate('views.all')}</UserText>
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ paper: { sx: { minWidth: 240, maxWidth: 340 } } }}
      >
        <MenuItem selected={!current} onClick={() => open()}>
          {translate('views.all')}
        </MenuItem>
        {groups
          .filter(([, found]) => found.length > 0)
          .flatMap(([name, found]) => [
            <ListSubheader key={name} disableSticky sx={{ lineHeight: '28px', backgroundColor: 'transparent' }}>
              {translate(`views.${name}`)}
            </ListSubheader>,
            ...found.map((view) => (
              <MenuItem key={view.id} selected={view.id === current?.id} onClick={() => open(view)}>
                <ListItemText disableTypography primary={<UserText>{view.name}</UserText>} />
                {view.isPinned && <PinIcon sx={{ fontSize: 14, ml: 1, color: 'text.secondary' }} />}
              </MenuItem>
            )),
          ])}
        <Divider />
        {current && (
          <MenuItem
            onClick={() =>
              act(() => (current.isPinned ? kontor.views.unpin(current.id) : kontor.views.pin(current.id)))
            }
          >
            {translate(current.isPinned ? 'views.unpin' : 'views.pin')}
          </MenuItem>
        )}
        {current && isOwn && can('views', 'update') && (
          <MenuItem onClick={() => act(() => kontor.views.update(current.id, content as never, { ifMatch: current }))}>
            {translate('views.update')}
          </MenuItem>
        )}
        {current && isOwn && can('views', 'delete') && (
          <MenuItem
            onClick={() => {
              open();
              act(() => kontor.views.delete(current.id));
            }}
          >
            {translate('views.delete')}
          </MenuItem>
        )}
        {can('views', 'create') && (
          <MenuItem
            onClick={() => {
              setAnchor(null);
              setSaving(true);
            }}
          >
            {translate('views.save')}
          </MenuItem>
        )}
      </Menu>
      <Suspense>
        {isSaving && (
          <ViewDialog
            resource={resource}
            content={content}
            onClose={() => setSaving(false)}
            onSaved={(id) => setFilters({ ...filter, view: id }, {})}
          />
        )}
      </Suspense>
    </>
  );
}
