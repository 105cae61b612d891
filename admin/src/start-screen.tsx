import { useTranslate } from 'react-admin';
import { Navigate } from 'react-router-dom';
import { useAccess } from './api/access';
import { SCREENS } from './screens';
import { EmptyState, Loading } from './ui/feedback';

/** Opens the first screen of the menu that the person may see. */
export function Screen() {
  const { can, isLoaded } = useAccess();
  const translate = useTranslate();
  const first = SCREENS.find(({ menu, needs }) => menu && (!needs || can(...needs)));
  if (!isLoaded) return <Loading />;
  return first ? <Navigate to={first.path} replace /> : <EmptyState title={translate('app.no_access')} />;
}
