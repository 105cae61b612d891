import { defineEncryptedColumn, type CipherContext } from '../../../../platform/crypto/index.js';

defineEncryptedColumn({ table: 'notification_channels', column: 'secret', idColumn: 'id', isJson: false });

/** Binds an encrypted secret to its row. */
export const secretCipherContext = (id: string): CipherContext => ({
  table: 'notification_channels',
  column: 'secret',
  id,
});

/**
 * Returns the job group of a channel. One job at a time keeps the order of messages, and channels do not delay each
 * other.
 */
export const channelGroupOf = (channelId: string | null): string => `channel:${channelId ?? 'admin'}`;

export const SEND = 'notification.send';
