/** Every lock that is known by a number, in one place: two meanings of one number would wait for each other. */
export const ADVISORY_LOCKS = {
  /** Two instances that start at once must not migrate at once. */
  migration: 7_410_229_001,
  /** One first admin. */
  firstAdmin: 7_410_229_002,
  /** One claim at a time; written out in the function `claim_jobs` of the database. */
  claim: 4_702_111_503,
  /** One relay at a time. */
  relay: 4_702_111_504,
  /** Held shared by whoever counts on the row of a job group, and alone by whoever deletes such rows. */
  jobGroups: 4_702_111_505,
  /** One change of who reports to whom at a time; written out in the function `refuse_manager_cycle`. */
  managers: 4_702_111_506,
  /** One admin leaves at a time; written out in the functions `require_admin` and `require_admin_without_role`. */
  admins: 4_702_111_507,
  /** Held alone by whoever places a legal hold, and shared by whoever removes records; written out in the triggers that refuse to remove what is held. */
  legalHolds: 4_702_111_508,
  /** One change of the number of custom fields at a time. */
  customFields: 7_410_229_023,
  /** One index of a custom field is built or dropped at a time. */
  customFieldIndexes: 7_410_229_024,
} as const;
