import { Choice, Flag, Integer, Nullable } from '../../kernel/fields.js';

export class LivenessView {
  /**
   * Status; `ok` if the process is running
   * @example ok
   */
  @Choice('Liveness', ['ok'])
  status: 'ok';
}

export class ReadinessView {
  /**
   * Status; `ok` if the instance can receive requests
   * @example ok
   */
  @Choice('Readiness', ['ok', 'error'])
  status: 'ok' | 'error';

  /**
   * Whether the database answered within half a second
   * @example true
   */
  @Flag()
  database: boolean;

  /**
   * Whether all migrations of this build are applied
   * @example true
   */
  @Flag()
  migrations: boolean;

  /**
   * Whether the disk has free space; false after a write failed for lack of space, until a write succeeds
   * @example true
   */
  @Flag()
  storage: boolean;

  /**
   * Waiting time of the oldest undelivered event in seconds; null if no event is waiting
   * @example 0
   */
  @Nullable()
  @Integer(0, 2_147_483_647)
  outboxLagSeconds: number | null;
}
