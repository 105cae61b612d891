import { Choice, Choices, Id, Optional, Timestamp } from '../../../kernel/fields.js';
