/** All numbers of advisory locks, so that no number has two meanings. */
export const ADVISORY_LOCKS = {
  /** Prevents two instances from running migrations at once. */
  migration: 7_410_229_001,
  /** Prevents two first admins. */
  firstAdmin: 7_410_229_002,
  /** One claim of jobs at a time. The function `claim_jobs` of the database contains the same number. */
  claim: 4_702_111_503,
  /** One relay at a time. */
  relay: 4_702_111_504,
  /** Held shared while a row of a job group is used, and exclusively while rows are deleted. */
  jobGroups: 4_702_111_505,
  /** One change of the manager hierarchy at a time. The function `reject_manager_cycle` contains the same number. */
  managers: 4_702_111_506,
  /**
   * One removal of an admin at a time. The function `require_admin` contains the same number.
   */
  admins: 4_702_111_507,
  /**
   * Held exclusively while a legal hold is placed, and shared while records are removed. The triggers for legal holds
   * contain the same number.
   */
  legalHolds: 4_702_111_508,
  /** One change of the number of custom fields at a time. */
  customFields: 7_410_229_023,
  /** One build or drop of a custom field index at a time. */
  customFieldIndexes: 7_410_229_024,
} as const;
