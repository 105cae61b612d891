import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Outbound } from './outbound.js';

@Global()
@Module({
  providers: [
    { provide: Outbound, inject: [Config], useFactory: (config: Config) => new Outbound(config.OUTBOUND_ALLOW) },
  ],
  exports: [Outbound],
})
export class OutboundModule {}
