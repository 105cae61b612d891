export { MailFailure, type MailFailureKind } from './mail-failure.js';
export { MailModule } from './mail.module.js';
export { MailQueue } from './mail-queue.js';
export { Mailer, type Mail, type MailSent } from './mailer.js';
export { isFreeMail } from './free-mail.js';
