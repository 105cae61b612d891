/** Only labels that are better than those of the metadata. */
export const messages = {
  fields: {
    common: {
      ownerId: 'Owner',
      teamId: 'Team',
      assigneeId: 'Assignee',
      companyId: 'Company',
      contactId: 'Contact',
      leadId: 'Lead',
      dealId: 'Deal',
      pipelineId: 'Pipeline',
      stageId: 'Stage',
      addressLine1: 'Street',
      addressLine2: 'Address line 2',
      state: 'State or region',
      linkedinUrl: 'LinkedIn',
      expectedCloseDate: 'Close date',
      createdAt: 'Created',
      updatedAt: 'Changed',
    },
    contacts: { title: 'Job title' },
  },
  values: {
    common: {},
    type: {
      note: 'Note',
      call: 'Call',
      email: 'E-mail',
      meeting: 'Meeting',
      task: 'Task',
      deadline: 'Deadline',
      status_change: 'Status change',
    },
  },
};
