import { Box, Card, CardActionArea, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAccess } from '../api/access';
import { SCREENS } from '../screens';
import { EmptyState } from '../ui/feedback';
import { SettingsPage } from './settings-page';

/** A tile for each screen of the group "settings" that the person may open. */
export function Screen() {
  const translate = useTranslate();
  const { can } = useAccess();
  const tiles = SCREENS.filter(({ menu, needs }) => menu?.group === 'settings' && (!needs || can(...needs)));
  return (
    <SettingsPage title={translate('settings.title')} text={translate('settings.text')} isTop>
      {tiles.length === 0 && <EmptyState title={translate('settings.none')} text={translate('settings.none_text')} />}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))' }}>
        {tiles.map(({ path, menu }) => (
          <Card key={path} variant="outlined">
            <CardActionArea component={Link} to={path} sx={{ p: 2, height: '100%' }}>
              <Stack direction="row" spacing={1.5}>
                <Box sx={{ color: 'primary.main', display: 'grid' }}>{menu && <menu.icon />}</Box>
                <Box sx={{ minWidth: 0 }}>
                  <Typography variant="subtitle2" component="h2">
                    {translate(menu?.label ?? '')}
                  </Typography>
                  <Typography variant="body2" color="textSecondary">
                    {translate(`${menu?.label ?? ''}_text`, { _: '' })}
                  </Typography>
                </Box>
              </Stack>
            </CardActionArea>
          </Card>
        ))}
      </Box>
    </SettingsPage>
  );
}
