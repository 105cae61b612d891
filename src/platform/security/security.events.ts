import { defineEvent } from '../../kernel/events.js';
import { SecurityAlert } from './security-alert.dto.js';

export const securityAlert = defineEvent<SecurityAlert>(
  'security.alert',
  'security-logs',
  'A critical security event occurred; the security log has an entry with the same id.',
  { payload: () => SecurityAlert },
);
