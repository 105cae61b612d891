import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { ADVISORY_LOCKS, Database, QueryRunner } from '../../platform/database/index.js';

/** Prevents removals while a legal hold is placed, and the reverse. Several removals can run at the same time. */
@Injectable()
export class Removal {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
  ) {}

  /** Runs a unit of work in which no legal hold is placed. Raises the statement timeout. */
  whileHoldsStand<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.database.write(async (em) => {
      await this.queryRunner.rows(sql`select pg_advisory_xact_lock_shared(${sql.lit(ADVISORY_LOCKS.legalHolds)})`);
      await this.queryRunner.raiseStatementTimeout();
      return work(em);
    });
  }

  /** Runs a unit of work in which no record is removed. */
  whileNothingIsRemoved<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.database.write(async (em) => {
      await this.queryRunner.rows(sql`select pg_advisory_xact_lock(${sql.lit(ADVISORY_LOCKS.legalHolds)})`);
      return work(em);
    });
  }
}
