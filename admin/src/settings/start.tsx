import ApiIcon from '@mui/icons-material/ApiOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import { Box, Card, CardActionArea, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAccess } from '../api/access';
import { SCREENS } from '../screens';
import { EmptyState } from '../ui/feedback';
import { SettingsPage } from './settings-page';

interface TileProperties {
  readonly icon: SvgIconComponent | undefined;
  /** The text of the tile is the label with `_text`. */
  readonly label: string;
  readonly link: object;
}

function Tile({ icon: Icon, label, link }: TileProperties) {
  const translate = useTranslate();
  return (
    <Card variant="outlined">
      <CardActionArea {...link} sx={{ p: 2, height: '100%' }}>
        <Stack direction="row" spacing={1.5}>
          <Box sx={{ color: 'primary.main', display: 'grid' }}>{Icon && <Icon />}</Box>
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="subtitle2" component="h2">
              {translate(label)}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {translate(`${label}_text`, { _: '' })}
            </Typography>
          </Box>
        </Stack>
      </CardActionArea>
    </Card>
  );
}

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
          <Tile key={path} icon={menu?.icon} label={menu?.label ?? ''} link={{ component: Link, to: path }} />
        ))}
        <Tile
          icon={ApiIcon}
          label="settings.api"
          link={{ component: 'a', href: '/docs', target: '_blank', rel: 'noopener' }}
        />
      </Box>
    </SettingsPage>
  );
}
