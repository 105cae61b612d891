import type { SvgIconComponent } from '@mui/icons-material';
import BoardIcon from '@mui/icons-material/ViewKanbanOutlined';
import ForecastIcon from '@mui/icons-material/TrendingUpOutlined';
import PipelineIcon from '@mui/icons-material/AccountTreeOutlined';
import type { LoadScreen, ScreenRoute } from '../screens';

const board: LoadScreen = () => import('./board/board-screen');
const forecast: LoadScreen = () => import('./forecast/forecast-screen');
const pipelines: LoadScreen = () => import('../pipelines/pipelines-screen');
const menu = (group: string, icon: SvgIconComponent, label: string) => ({ group, icon, label });

/** Board, forecast, and the settings of pipelines. */
export const DEAL_SCREENS: readonly ScreenRoute[] = [
  { path: '/board', load: board, needs: ['deals', 'read'], menu: menu('records', BoardIcon, 'deals.board') },
  { path: '/board/:pipelineId', load: board, needs: ['deals', 'read'] },
  {
    path: '/forecast',
    load: forecast,
    needs: ['deals', 'read'],
    menu: menu('records', ForecastIcon, 'deals.forecast'),
  },
  { path: '/forecast/:pipelineId', load: forecast, needs: ['deals', 'read'] },
  {
    path: '/settings/pipelines',
    load: pipelines,
    needs: ['pipelines', 'read'],
    menu: menu('settings', PipelineIcon, 'settings.pipelines'),
  },
  { path: '/settings/pipelines/:pipelineId', load: pipelines, needs: ['pipelines', 'read'] },
];
