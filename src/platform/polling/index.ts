export { PollingLoop, type PollingLoopOptions } from './polling-loop.js';
export { throttle } from './throttle.js';
