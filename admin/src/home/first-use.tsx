import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAccess } from '../api/access';
import { callsOf } from '../data/calls';
import { RECORD_TYPES } from '../records';
import { SCREENS } from '../screens';

const USERS = '/settings/users';
const FRESH_MS = 30_000;

/** Returns whether the person sees no record of any type; undefined until this is known. */
export function useHasNoRecords(): boolean | undefined {
  const { can, isLoaded } = useAccess();
  const types = RECORD_TYPES.map(({ resource }) => resource).filter((resource) => can(resource, 'read'));
  const { data } = useQuery({
    queryKey: ['first-use', types],
    enabled: isLoaded,
    staleTime: FRESH_MS,
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(types.map((resource) => callsOf(resource).list({ limit: 1, signal })));
      return pages.every((page) => page.data.length === 0);
    },
  });
  return data;
}

/** What to do in an empty database: create, load the demo company, invite. */
export function FirstUse() {
  const translate = useTranslate();
  const { can } = useAccess();
  const types = RECORD_TYPES.filter(({ resource }) => can(resource, 'create') && resource !== 'activities');
  const canInvite = can('users', 'create');
  const users = SCREENS.find(({ path }) => path === USERS);
  return (
    <Stack spacing={2} sx={{ maxWidth: 860 }}>
      <Typography color="textSecondary">
        {translate(canInvite ? 'home.first_text' : 'home.first_text_person')}
      </Typography>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}
      >
        {types.length > 0 && (
          <Part title={translate('home.first_create')} text={translate('home.first_create_text')}>
            {types.map(({ resource, icon: Icon }) => (
              <Button
                key={resource}
                variant="outlined"
                startIcon={<Icon />}
                component={Link}
                to={`/${resource}/create`}
              >
                {translate(`records.${resource}.create`)}
              </Button>
            ))}
          </Part>
        )}
        {canInvite && (
          <Part title={translate('home.first_demo')} text={translate('home.first_demo_text')}>
            <Box component="code" sx={{ px: 1, py: 0.5, borderRadius: 0.5, backgroundColor: 'action.hover' }}>
              npm run demo
            </Box>
          </Part>
        )}
        {canInvite && users && (
          <Part title={translate('home.first_invite')} text={translate('home.first_invite_text')}>
            <Button variant="outlined" component={Link} to={users.path}>
              {translate('home.first_invite_button')}
            </Button>
          </Part>
        )}
      </Box>
    </Stack>
  );
}

interface PartProperties {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

const Part = ({ title, text, children }: PartProperties) => (
  <Paper variant="outlined" component="section" sx={{ p: 2 }}>
    <Typography variant="h6" component="h2">
      {title}
    </Typography>
    <Typography variant="body2" color="textSecondary" sx={{ pb: 1.5 }}>
      {text}
    </Typography>
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
      {children}
    </Stack>
  </Paper>
);
