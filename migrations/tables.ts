import type { Counts } from './functions/add-record-counts.js';

export interface Audit {
  /** Resource in the audit log; the name of the table with hyphens if left out. */
  readonly resource?: string;
  /** Column that identifies a row; id if left out. */
  readonly id?: string;
  /** Columns whose values are masked; `~url` keeps the origin of an address. */
  readonly masks?: readonly string[];
  /** Columns that are no change, besides id, updated_at and version. */
  readonly skips?: readonly string[];
}

export interface Table {
  readonly name: string;
  /** Row-level security: the rows that a user without access to all records sees. */
  readonly visible?: string;
  readonly audit?: Audit;
  /** A record with an owner is in the team of the owner. */
  readonly keepsTeam?: true;
  /** Prefix of the table and column of external ids, and whether merged duplicates keep theirs. */
  readonly externalIds?: { readonly of: string; readonly isMerged: boolean };
  readonly hasCustomFields?: true;
  /** Whether a legal hold can forbid the removal; needs a view `held_<table>`. */
  readonly canBeHeld?: true;
  /** Counted fields: public name to column. */
  readonly counts?: Counts;
  /** Whether activities are linked to the record. */
  readonly hasActivities?: true;
  /** Foreign keys whose changes record_moves keeps. */
  readonly moves?: readonly string[];
  /** A record type that `addRecordType` adds in a migration after the baseline. */
  readonly isAdded?: true;
}

/** Each value is read once a statement and compared with indexed columns. */
const owned =
  "owner_id = (select viewer_id()) or team_id = (select nullif(current_setting('kontor.team_id', true), '')::uuid)";
const linkedTo = (table: string, column: string): string => `exists (select from ${table} r where r.id = ${column})`;
/** Raises without a context, as the other conditions do; no row is visible with one. */
const nobody = '(select viewer_id()) is null';

/** Every table that is audited, protected, owned, counted, held or linked. */
export const TABLES: readonly Table[] = [
  {
    name: 'users',
    audit: { masks: ['password_hash'], skips: ['last_login_at', 'status', 'search_text', 'has_short_password'] },
  },
  { name: 'teams', audit: {} },
  { name: 'roles', audit: {} },
  { name: 'api_keys', audit: { masks: ['key_hash', 'previous_key_hash'], skips: ['last_used_at', 'last_used_ip'] } },
  { name: 'settings', audit: { id: 'key', skips: ['key', 'updated_by_id'] } },
  { name: 'custom_field_definitions', audit: { resource: 'custom-fields', skips: ['index_status', 'index_job_id'] } },
  {
    name: 'companies',
    visible: owned,
    audit: { skips: ['search_text', 'search_words', 'phone_digits', 'phone_e164'] },
    keepsTeam: true,
    externalIds: { of: 'company', isMerged: true },
    hasCustomFields: true,
    canBeHeld: true,
    counts: { status: 'status', size: 'size', country: 'country' },
    hasActivities: true,
  },
  { name: 'company_external_ids', visible: linkedTo('companies', 'company_id') },
  {
    name: 'contacts',
    visible: owned,
    audit: {
      skips: ['search_text', 'search_words', 'phone_digits', 'mobile_digits', 'name', 'phone_e164', 'mobile_e164'],
    },
    keepsTeam: true,
    externalIds: { of: 'contact', isMerged: true },
    hasCustomFields: true,
    canBeHeld: true,
    counts: { status: 'status', source: 'source', country: 'country' },
    hasActivities: true,
    moves: ['company_id'],
  },
  { name: 'contact_external_ids', visible: linkedTo('contacts', 'contact_id') },
  {
    name: 'leads',
    visible: owned,
    audit: { skips: ['search_text', 'phone_digits', 'score_reasons', 'closed_at', 'search_words', 'phone_e164'] },
    keepsTeam: true,
    externalIds: { of: 'lead', isMerged: false },
    hasCustomFields: true,
    canBeHeld: true,
    counts: { status: 'status', source: 'source' },
    hasActivities: true,
  },
  { name: 'lead_external_ids', visible: linkedTo('leads', 'lead_id') },
  { name: 'record_counts', visible: nobody },
  { name: 'pipelines', audit: { skips: ['rank'] } },
  { name: 'pipeline_stages', audit: {} },
  {
    name: 'deals',
    visible: owned,
    audit: { skips: ['search_text', 'search_words', 'weighted_value', 'stage_entered_at'] },
    keepsTeam: true,
    externalIds: { of: 'deal', isMerged: false },
    hasCustomFields: true,
    canBeHeld: true,
    counts: { status: 'status', priority: 'priority', pipelineId: 'pipeline_id', stageId: 'stage_id' },
    hasActivities: true,
    moves: ['company_id', 'contact_id'],
  },
  { name: 'deal_external_ids', visible: linkedTo('deals', 'deal_id') },
  { name: 'deal_stage_changes', visible: linkedTo('deals', 'deal_id') },
  { name: 'deal_states', visible: owned },
  { name: 'deal_day_totals', visible: nobody },
  {
    name: 'activities',
    visible: [
      owned,
      'assignee_id = (select viewer_id())',
      linkedTo('leads', 'lead_id'),
      linkedTo('companies', 'company_id'),
      linkedTo('contacts', 'contact_id'),
      linkedTo('deals', 'deal_id'),
    ].join(' or '),
    audit: { skips: ['search_words', 'due_soon_notified_at', 'overdue_notified_at'] },
    keepsTeam: true,
    hasCustomFields: true,
    canBeHeld: true,
    moves: ['lead_id', 'company_id', 'contact_id', 'deal_id'],
  },
  { name: 'lead_forms', audit: {} },
  { name: 'lead_form_submissions', canBeHeld: true },
  {
    name: 'webhooks',
    audit: {
      masks: ['headers', '~url'],
      skips: [
        'header_hints',
        'failure_count',
        'last_status_code',
        'last_triggered_at',
        'failing_since',
        'failing_notified_at',
      ],
    },
  },
  { name: 'webhook_secrets', audit: { id: 'webhook_id', masks: ['secret'], skips: ['webhook_id', 'last4'] } },
  {
    name: 'notification_channels',
    audit: {
      masks: ['secret'],
      skips: [
        'secret_last4',
        'secret_updated_at',
        'last_sent_at',
        'failing_since',
        'last_error',
        'last_error_at',
        'paused_until',
      ],
    },
  },
  { name: 'saved_views', audit: { resource: 'views' } },
];

/** The tables that the baseline creates. */
export const BASELINE_TABLES = TABLES.filter(({ isAdded }) => !isAdded);
export const HELD = TABLES.filter(({ canBeHeld }) => canBeHeld).map(({ name }) => name);

/** Counted fields by table. */
export const countsOf = (tables: readonly Table[]): Readonly<Record<string, Counts>> =>
  Object.fromEntries(tables.flatMap(({ name, counts }) => (counts ? [[name, counts]] : [])));

/** Foreign keys of activities to added record types, by table. */
export const ADDED_LINKS: Readonly<Record<string, string>> = Object.fromEntries(
  TABLES.flatMap(({ name, isAdded, externalIds }) => (isAdded && externalIds ? [[name, `${externalIds.of}_id`]] : [])),
);
const linkedToAdded = Object.entries(ADDED_LINKS).map(([table, column]) => ` or ${linkedTo(table, column)}`);

/** Conditions of row-level security by table. */
export const VISIBLE: Readonly<Record<string, string>> = Object.fromEntries(
  TABLES.flatMap(({ name, visible }) =>
    visible ? [[name, name === 'activities' ? visible + linkedToAdded.join('') : visible]] : [],
  ),
);
