import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { SCHEDULED, type ScheduledMethod, type ScheduledOptions } from './scheduled.js';
import { Slots } from './due-times/slots.js';

export interface DeclaredJob extends Required<ScheduledOptions> {
  readonly run: ScheduledMethod;
}

const NAME = /^[a-z][a-z-]*(\.[a-z][a-z-]*)+$/;
const LONGEST_NAME = 100;

/** The jobs that the code declares with `@Scheduled`: names, times and methods. */
@Injectable()
export class ScheduledJobs implements OnModuleInit {
  private readonly jobs = new Map<string, DeclaredJob>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly slots: Slots,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (instance && typeof instance === 'object') this.discover(instance as Record<string, ScheduledMethod>);
    }
  }

  all(): DeclaredJob[] {
    return [...this.jobs.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  find(name: string): DeclaredJob | undefined {
    return this.jobs.get(name);
  }

  /** Throws at the start for an invalid declaration. */
  declare(options: ScheduledOptions, run: ScheduledMethod): void {
    const { name } = options;
    if (!NAME.test(name) || name.length > LONGEST_NAME)
      throw new Error(`${name} is not a valid name of a scheduled job`);
    if (this.jobs.has(name)) throw new Error(`Two scheduled jobs are called ${name}`);
    if (!this.slots.next(options, new Date())) throw new Error(`${name} is never due: ${options.cron}`);
    this.jobs.set(name, { timeZone: 'UTC', misfire: 'run_once', ...options, run });
  }

  private discover(instance: Record<string, ScheduledMethod>): void {
    const prototype = Object.getPrototypeOf(instance) as object;
    for (const key of this.scanner.getAllMethodNames(prototype)) {
      const method = instance[key];
      const options = method && this.reflector.get<ScheduledOptions | undefined>(SCHEDULED, method);
      if (options) this.declare(options, method.bind(instance));
    }
  }
}
