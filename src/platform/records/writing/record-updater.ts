import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError } from '../../../kernel/errors.js';
import { CustomFields, Owners, type OwnedEntity } from '../ports.js';
import type { RecordView } from '../type/record-kind.js';
import type { RecordAssignment } from '../records.dto.js';
import type { RecordType } from '../type/record-type.js';
import { requireChangedAmounts, setValues } from './record-values.js';

interface DeletableEntity {
  deletedAt?: Date | null;
  readonly mergedIntoId?: string | null;
  /** Rules of the record type. */
  remove?(now?: Date): void;
}

interface CustomValues {
  customFields?: Record<string, unknown>;
}

/** Changes entities of any record type. */
@Injectable()
export class RecordUpdater {
  constructor(
    private readonly owners: Owners,
    private readonly customFields: CustomFields,
  ) {}

  /** Sets the values of a patch, except owner and team, which have their own route, and the properties in `except`. */
  async applyPatch<V extends RecordView, E extends object>(
    { resource, properties }: RecordType<V, E>,
    record: E,
    patch: object,
    except: readonly string[] = [],
  ): Promise<void> {
    setValues(properties, record, patch, except);
    requireChangedAmounts(properties, record, patch);
    const { customFields } = patch as CustomValues;
    if (!customFields) return;
    const entity = record as Required<CustomValues>;
    entity.customFields = await this.customFields.accept(resource, customFields, entity.customFields);
  }

  /**
   * Assigns a record. The current owner stays allowed, even without the permission to read the record. Without an
   * owner, the record stays in its team.
   */
  async assign<V extends RecordView, E extends object>(
    { readPermission }: RecordType<V, E>,
    record: E,
    { ownerId, teamId }: RecordAssignment,
    em: EntityManager,
  ): Promise<void> {
    const owned = record as OwnedEntity;
    const assignment = await this.owners.requireAssignable(
      { ownerId, teamId: ownerId || teamId !== undefined ? teamId : owned.team?.id },
      readPermission,
      owned.owner?.id,
    );
    this.owners.assign(owned, assignment, em);
  }

  remove<V extends RecordView, E extends object>({ noun }: RecordType<V, E>, record: E, now = new Date()): void {
    const entity = record as DeletableEntity;
    if (entity.deletedAt) throw new ConflictError(`${noun}-deleted`, `The ${noun} is already deleted.`);
    entity.remove?.(now);
    entity.deletedAt = now;
  }

  /** Restores a record. The actor becomes the owner if the former owner has left. */
  async restore<V extends RecordView, E extends object>(
    { noun, definition }: RecordType<V, E>,
    actor: Actor,
    record: E,
    em: EntityManager,
  ): Promise<void> {
    const entity = record as DeletableEntity & OwnedEntity;
    if (!entity.deletedAt) throw new ConflictError(`${noun}-not-deleted`, `The ${noun} is not deleted.`);
    if (definition.merged && entity.mergedIntoId)
      throw new ConflictError(`${noun}-merged`, `The ${noun} was merged into another ${noun}, which has its data now.`);
    entity.deletedAt = null;
    await this.owners.replaceFormerOwner(actor, entity, em);
  }
}
