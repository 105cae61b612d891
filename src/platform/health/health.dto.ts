import { Choice, Flag, Integer, Nullable } from '../../kernel/fields.js';

export class LivenessView {
  /**
   * The process answers.
   * @example ok
   */
  @Choice('Liveness', ['ok'])
  status: 'ok';
}

export class ReadinessView {
  /**
   * Whether requests should be sent here.
   * @example ok
   */
  @Choice('Readiness', ['ok', 'error'])
  status: 'ok' | 'error';

  /**
   * Whether the database answered within half a second.
   * @example true
   */
  @Flag()
  database: boolean;

  /**
   * Whether the schema is at this build's version.
   * @example true
   */
  @Flag()
  migrations: boolean;

  /**
   * Seconds that the oldest event has waited for its delivery; null where none waits.
   * @example 0
   */
  @Nullable()
  @Integer(0, 2_147_483_647)
  outboxLagSeconds: number | null;
}
