import english from 'ra-language-english';
import { mergeMessages } from './merge';

export const messages = mergeMessages(import.meta.glob('./en/*.ts', { eager: true }), english);
