/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AgendaGroupView } from './AgendaGroupView';
export type AgendaView = {
  /**
   * The time zone of the profile, in which days begin and end.
   */
  timeZone: string;
  /**
   * The day that it is there.
   */
  date: string;
  /**
   * The end of the days asked for.
   */
  until: string;
  /**
   * Whose time has passed, also earlier today; null where another group was asked for.
   */
  overdue: AgendaGroupView | null;
  /**
   * What is due in the rest of the day; null where another group was asked for.
   */
  today: AgendaGroupView | null;
  /**
   * What is due on the days behind; null where another group was asked for.
   */
  upcoming: AgendaGroupView | null;
};

