import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Events } from '../../kernel/events.js';
import { Outbox } from './outbox.js';

@Global()
@Module({ imports: [DiscoveryModule], providers: [Outbox, { provide: Events, useExisting: Outbox }], exports: [Outbox, Events] })
export class OutboxModule {}
