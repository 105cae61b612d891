import { SetMetadata } from '@nestjs/common';

/** What a module with records that people own lets be done with all of one person's records at once. */
export interface OwnedRecords {
  /** As in paths and events, for example `leads`. */
  readonly resource: string;
  /** The living records of this owner. */
  count(ownerId: string): Promise<number>;
  /** The living records that a team holds, whoever owns them. */
  countOfTeam(teamId: string): Promise<number>;
  /**
   * Hands up to `limit` records over, as if each had been assigned by hand, in one unit of work. Gives how many it
   * was; fewer than `limit` means that there are no more.
   */
  handOver(fromId: string, toId: string, limit: number): Promise<number>;
}

export const OWNED_RECORDS = 'kontor:owned-records';

/** The provider is an `OwnedRecords`: a person's records of this kind can be handed over to somebody else. */
export const OwnsRecords = (): ClassDecorator => SetMetadata(OWNED_RECORDS, true);
