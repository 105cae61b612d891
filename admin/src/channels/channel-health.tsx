import type { NotificationChannelView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../fields/field-value';

/** Tone of each state in `tones.ts`. */
const TONES = {
  deleted: 'lost',
  manual: 'inactive',
  rejected: 'lost',
  failing: 'lost',
  orphaned: 'pending',
  unused: 'new',
  healthy: 'active',
};
type Health = keyof typeof TONES;

export function channelHealth(channel: NotificationChannelView): Health {
  if (channel.deletedAt) return 'deleted';
  if (!channel.enabled) return channel.disabledReason === 'rejected' ? 'rejected' : 'manual';
  if (!channel.isCreatorActive) return 'orphaned';
  if (channel.failingSince) return 'failing';
  return channel.lastSentAt ? 'healthy' : 'unused';
}

export function ChannelHealth({ channel }: { readonly channel: NotificationChannelView }) {
  const translate = useTranslate();
  const health = channelHealth(channel);
  return <StatusChip label={translate(`channels.health_${health}`)} value={TONES[health]} />;
}
