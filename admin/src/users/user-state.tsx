import type { UserView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../fields/field-value';

export type UserState = 'invited' | 'active' | 'inactive' | 'deleted';

/** Tone of each state in `tones.ts`. */
const TONES: Readonly<Record<UserState, string>> = {
  invited: 'pending',
  active: 'active',
  inactive: 'inactive',
  deleted: 'lost',
};

export const stateOf = ({ status, deletedAt }: UserView): UserState => (deletedAt ? 'deleted' : status);

export function UserStateChip({ user }: { readonly user: UserView }) {
  const translate = useTranslate();
  const state = stateOf(user);
  return <StatusChip label={translate(`users.state_${state}`)} value={TONES[state]} />;
}
