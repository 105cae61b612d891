import { defineEvent } from '../../../kernel/events.js';
import { RecordsTransferred } from './transfer.dto.js';

export const userRecordsTransferred = defineEvent<RecordsTransferred>(
  'user.records_transferred',
  'users',
  'Records of a user were transferred to another user.',
  { payload: () => RecordsTransferred },
);
