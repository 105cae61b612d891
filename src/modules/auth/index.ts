export { AuthModule } from './auth.module.js';
export { sessionCreated, sessionRevoked, userPasswordChanged, userSignedIn } from './auth.events.js';
export { Session, SessionSchema } from './sessions/session.entity.js';
export { OperatorReset } from './password/operator-reset.js';
