import { messages as english } from './en';
import { mergeMessages } from './merge';

/** English texts replace missing German texts. */
export const messages = mergeMessages(import.meta.glob('./de/*.ts', { eager: true }), english);
