import { messages as english } from './en';
import { mergeMessages } from './merge';

/** English texts stand where a German text is missing. */
export const messages = mergeMessages(import.meta.glob('./de/*.ts', { eager: true }), english);
