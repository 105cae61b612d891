import { defineEvent } from '../../kernel/events.js';
import { SecurityAlert } from './security-alert.dto.js';

export const securityAlert = defineEvent<SecurityAlert>(
  'security.alert',
  'security-logs',
  'Something critical for security happened; the security log has it under the same id.',
  { payload: () => SecurityAlert },
);
