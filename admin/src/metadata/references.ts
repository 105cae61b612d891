interface Reference {
  readonly resource: string;
  /** Property of the included record. */
  readonly embedded: string;
  /** Field that names the record. */
  readonly title: string;
}

/** Fields that hold the id of another record. The metadata says only that they are ids. */
export const REFERENCES: Readonly<Record<string, Reference>> = {
  ownerId: { resource: 'users', embedded: 'owner', title: 'name' },
  assigneeId: { resource: 'users', embedded: 'assignee', title: 'name' },
  teamId: { resource: 'teams', embedded: 'team', title: 'name' },
  companyId: { resource: 'companies', embedded: 'company', title: 'name' },
  contactId: { resource: 'contacts', embedded: 'contact', title: 'name' },
  leadId: { resource: 'leads', embedded: 'lead', title: 'name' },
  dealId: { resource: 'deals', embedded: 'deal', title: 'title' },
  followUpOfId: { resource: 'activities', embedded: 'followUpOf', title: 'subject' },
  pipelineId: { resource: 'pipelines', embedded: 'pipeline', title: 'name' },
  stageId: { resource: 'pipeline-stages', embedded: 'stage', title: 'name' },
};

/** Record types with a page of their own. */
const PAGES = new Set(['companies', 'contacts', 'leads', 'deals', 'activities']);

export const pathOf = (resource: string, id: string): string | undefined =>
  PAGES.has(resource) ? `/${resource}/${id}` : undefined;
