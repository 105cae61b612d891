/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityIntegerField = 'durationMinutes' | 'reminderMinutes' | 'company.employeeCount' | 'contact.leadScore' | 'contact.company.employeeCount' | 'deal.probability' | 'deal.company.employeeCount' | 'deal.contact.leadScore' | 'lead.score';
