export { Loop, type LoopOptions } from './loop.js';
export { onceIn } from './once-in.js';
