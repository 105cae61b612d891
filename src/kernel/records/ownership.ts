import { SetMetadata } from '@nestjs/common';

/** Actions of a module on all records of one owner. */
export interface OwnedRecords {
  /** The name in paths and events, for example `leads`. */
  readonly resource: string;
  /** Counts the active records of this owner. */
  count(ownerId: string): Promise<number>;
  /** Counts the active records of a team, for every owner. */
  countOfTeam(teamId: string): Promise<number>;
  /**
   * Transfers up to `limit` records, like single assignments, in one unit of work. Returns the number of records. Fewer
   * than `limit` means that no record is left.
   */
  handOver(fromId: string, toId: string, limit: number): Promise<number>;
}

export const OWNED_RECORDS = 'kontor:owned-records';

/** Marks a provider that implements `OwnedRecords`: its records can be transferred to another user. */
export const OwnsRecords = (): ClassDecorator => SetMetadata(OWNED_RECORDS, true);
