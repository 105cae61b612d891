export { OutboundFailure, type OutboundFailureCode } from './outbound-failure.js';
export { OutboundModule } from './outbound.module.js';
export { Outbound, type OutboundAnswer, type OutboundRequest } from './outbound.js';
