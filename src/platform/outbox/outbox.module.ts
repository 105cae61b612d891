import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Events } from '../../kernel/events.js';
import { EventFanOut } from './event-fan-out.js';
import { Outbox } from './outbox.js';
import { OutboxQueries } from './outbox.queries.js';
import { Relay } from './relay.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Outbox, OutboxQueries, EventFanOut, Relay, { provide: Events, useExisting: Outbox }],
  exports: [Outbox, Events, EventFanOut, Relay],
})
export class OutboxModule {}
