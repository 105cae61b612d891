import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { WORKER, type JobWorker } from './job.js';

/** Finds the providers with `@Worker()`. */
@Injectable()
export class WorkerDiscovery {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  workers(): JobWorker<unknown>[] {
    return this.discovery
      .getProviders()
      .filter(
        ({ metatype, instance }) => metatype && instance && this.reflector.get<boolean | undefined>(WORKER, metatype),
      )
      .map(({ instance }) => instance as JobWorker<unknown>);
  }
}
