/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AgendaGroupView } from './AgendaGroupView';
export type AgendaView = {
  /**
   * Time zone of the user's profile, which decides where days begin and end
   */
  timeZone: string;
  /**
   * Today's date in that time zone
   */
  date: string;
  /**
   * Last day of the requested period
   */
  until: string;
  /**
   * Overdue activities, including those of earlier today; null if another group was requested
   */
  overdue: AgendaGroupView | null;
  /**
   * Activities due later today; null if another group was requested
   */
  today: AgendaGroupView | null;
  /**
   * Activities due on the following days; null if another group was requested
   */
  upcoming: AgendaGroupView | null;
};

