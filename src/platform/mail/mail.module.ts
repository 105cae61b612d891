import { Global, Module } from '@nestjs/common';
import { MailQueue, MailWorker } from './mail-queue.js';
import { Mailer } from './mailer.js';

@Global()
@Module({ providers: [Mailer, MailQueue, MailWorker], exports: [Mailer, MailQueue] })
export class MailModule {}
