import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { newId } from '../../kernel/entity.js';
import { Events, IN_TRANSACTION, type EventType, type Insertion, type RecordedEvent } from '../../kernel/events.js';
import { requestContext } from '../../kernel/request-context.js';
import { currentUnit, Database } from '../database/index.js';

type Listener = (event: RecordedEvent) => Insertion | readonly Insertion[] | undefined;

/** The transactional outbox: an event is one row in the transaction of the change. */
@Injectable()
export class Outbox extends Events implements OnModuleInit {
  private readonly listeners = new Map<string, Listener[]>();
  private whenWritten: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {
    super();
  }

  onModuleInit(): void {
    this.database.writeEventsWith(
      (events) => events.flatMap((event) => this.toRows(event)),
      () => this.whenWritten(),
    );
    for (const { instance } of this.discovery.getProviders()) {
      if (instance && typeof instance === 'object') this.discover(instance as Record<string, Listener>);
    }
  }

  /** Sets the listener that is called when this process has committed events. */
  onWritten(listener: () => void): void {
    this.whenWritten = listener;
  }

  override record<T extends object>(event: EventType<T>, resourceId: string, payload: T): void {
    const unit = currentUnit();
    if (!unit) throw new Error(`${event.type} was recorded outside a unit of work`);
    unit.events.push(this.create(event, resourceId, payload));
  }

  /** Creates the event as a value, for frequent creates that write everything in one statement. */
  create<T extends object>(event: EventType<T>, resourceId: string, payload: T): RecordedEvent<T> {
    return {
      id: newId(),
      type: event.type,
      resourceType: event.resourceType,
      resourceId,
      payload,
      occurredAt: new Date().toISOString(),
    };
  }

  private discover(instance: Record<string, Listener>): void {
    const prototype = Object.getPrototypeOf(instance) as object;
    for (const name of this.scanner.getAllMethodNames(prototype)) {
      const method = instance[name];
      const type = method && this.reflector.get<string | undefined>(IN_TRANSACTION, method);
      if (type) this.listeners.set(type, [...(this.listeners.get(type) ?? []), method.bind(instance)]);
    }
  }

  private toRows(event: RecordedEvent): Insertion[] {
    const caused = (this.listeners.get(event.type) ?? []).flatMap((listener) => listener(event) ?? []);
    return [{ table: 'events', row: eventRow(event) }, ...caused];
  }
}

function eventRow({ id, type, resourceType, resourceId, payload, occurredAt }: RecordedEvent): Record<string, unknown> {
  const context = requestContext();
  const actor = context?.actor;
  return {
    id,
    type,
    resource_type: resourceType,
    resource_id: resourceId,
    payload,
    actor: actor
      ? { kind: actor.kind, userId: actor.userId, email: actor.email, name: actor.name, apiKeyId: actor.apiKeyId }
      : null,
    request_id: context?.requestId ?? null,
    occurred_at: occurredAt,
  };
}
