import { defineSealedColumn, type SealedPlace } from '../../../platform/crypto/index.js';

defineSealedColumn({ table: 'notification_channels', column: 'secret', idColumn: 'id', isJson: false });

/** A sealed secret opens in its own row only. */
export const secretPlace = (id: string): SealedPlace => ({ table: 'notification_channels', column: 'secret', id });

/** Jobs of a channel: one at a time, so that one channel never delays another and its messages keep their order. */
export const groupOf = (channelId: string | null): string => `channel:${channelId ?? 'admin'}`;

export const SEND = 'notification.send';
