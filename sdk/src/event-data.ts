// Made by scripts/generate.js from openapi.json; not to be edited.
import type { Changed } from './events';
import type { ActivityView } from './generated/models/ActivityView';
import type { ApiKeyFacts } from './generated/models/ApiKeyFacts';
import type { CompanyView } from './generated/models/CompanyView';
import type { ContactView } from './generated/models/ContactView';
import type { CustomFieldView } from './generated/models/CustomFieldView';
import type { DealStep } from './generated/models/DealStep';
import type { DealView } from './generated/models/DealView';
import type { ErasureFacts } from './generated/models/ErasureFacts';
import type { EventParked } from './generated/models/EventParked';
import type { LeadFormView } from './generated/models/LeadFormView';
import type { LeadStep } from './generated/models/LeadStep';
import type { LeadView } from './generated/models/LeadView';
import type { LegalHoldFacts } from './generated/models/LegalHoldFacts';
import type { MergeTold } from './generated/models/MergeTold';
import type { NotificationChannelView } from './generated/models/NotificationChannelView';
import type { PipelineStageView } from './generated/models/PipelineStageView';
import type { PipelineView } from './generated/models/PipelineView';
import type { RecordPurge } from './generated/models/RecordPurge';
import type { RecordsTransferred } from './generated/models/RecordsTransferred';
import type { RetentionFacts } from './generated/models/RetentionFacts';
import type { RoleView } from './generated/models/RoleView';
import type { ScheduledJobFailed } from './generated/models/ScheduledJobFailed';
import type { ScheduledJobSwitch } from './generated/models/ScheduledJobSwitch';
import type { SecurityAlert } from './generated/models/SecurityAlert';
import type { SessionEnded } from './generated/models/SessionEnded';
import type { SessionStarted } from './generated/models/SessionStarted';
import type { SettingChange } from './generated/models/SettingChange';
import type { StageRetired } from './generated/models/StageRetired';
import type { TeamView } from './generated/models/TeamView';
import type { UserEmailChanged } from './generated/models/UserEmailChanged';
import type { UserInvitationAcceptance } from './generated/models/UserInvitationAcceptance';
import type { UserPasswordChange } from './generated/models/UserPasswordChange';
import type { UserSignIn } from './generated/models/UserSignIn';
import type { UserTotpChange } from './generated/models/UserTotpChange';
import type { UserView } from './generated/models/UserView';
import type { WebhookFacts } from './generated/models/WebhookFacts';
import type { WebhookTrouble } from './generated/models/WebhookTrouble';

/** What each type of event carries. */
export interface EventData {
  /** An activity will not be done. */
  'activity.cancelled': Changed<ActivityView>;
  /** An activity was done. */
  'activity.completed': Changed<ActivityView>;
  /** An activity was added. */
  'activity.created': Changed<ActivityView>;
  /** An activity was deleted; it can be restored. */
  'activity.deleted': Changed<ActivityView>;
  /** An open activity is due in as many minutes as its reminder says, or fewer; told once for each time it is due at. */
  'activity.due_soon': Changed<ActivityView>;
  /** The time of an open activity has passed; told once for each time it is due at. */
  'activity.overdue': Changed<ActivityView>;
  /** A done or cancelled activity is to be done again. */
  'activity.reopened': Changed<ActivityView>;
  /** A deleted activity was restored. */
  'activity.restored': Changed<ActivityView>;
  /** Fields of an activity were changed. */
  'activity.updated': Changed<ActivityView>;
  /** An API key was made. */
  'api_key.created': ApiKeyFacts;
  /** An API key was revoked for good. */
  'api_key.revoked': ApiKeyFacts;
  /** An API key got a new secret. */
  'api_key.rotated': ApiKeyFacts;
  /** The name, scopes, expiry or rate limit of an API key was changed. */
  'api_key.updated': ApiKeyFacts;
  /** A company got another owner or another team, or none. */
  'company.assigned': Changed<CompanyView>;
  /** A company was made, whatever the way. */
  'company.created': Changed<CompanyView>;
  /** A company was deleted; it can be restored. */
  'company.deleted': Changed<CompanyView>;
  /** Other companies were merged into a company, and are deleted; what was on them moved without events of its own. */
  'company.merged': Changed<CompanyView> & MergeTold;
  /** A company was removed for good. */
  'company.purged': RecordPurge;
  /** A deleted company was restored. */
  'company.restored': Changed<CompanyView>;
  /** A merge into a company was taken back: the others live again, with what was on them. */
  'company.unmerged': Changed<CompanyView> & MergeTold;
  /** Fields of a company were changed. */
  'company.updated': Changed<CompanyView>;
  /** A contact got another owner or another team, or none. */
  'contact.assigned': Changed<ContactView>;
  /** A contact was added, whatever the way. */
  'contact.created': Changed<ContactView>;
  /** A contact was deleted; it can be restored. */
  'contact.deleted': Changed<ContactView>;
  /** Other contacts were merged into a contact, and are deleted; what was on them moved without events of its own. */
  'contact.merged': Changed<ContactView> & MergeTold;
  /** A contact was removed for good. */
  'contact.purged': RecordPurge;
  /** A deleted contact was restored. */
  'contact.restored': Changed<ContactView>;
  /** A merge into a contact was taken back: the others live again, with what was on them. */
  'contact.unmerged': Changed<ContactView> & MergeTold;
  /** Fields of a contact were changed. */
  'contact.updated': Changed<ContactView>;
  /** Records of one kind were given a field. */
  'custom_field.created': Changed<CustomFieldView>;
  /** The definition of a custom field was deleted; stored values stay. */
  'custom_field.deleted': Changed<CustomFieldView>;
  /** A custom field was changed, moved, archived or restored. */
  'custom_field.updated': Changed<CustomFieldView>;
  /** A deal was given up where it stood. */
  'deal.abandoned': Changed<DealView>;
  /** A deal got another owner or another team, or none. */
  'deal.assigned': Changed<DealView>;
  /** A deal was made. */
  'deal.created': Changed<DealView>;
  /** A deal was deleted; it can be restored. */
  'deal.deleted': Changed<DealView>;
  /** A deal was lost, and went to a stage where deals are. */
  'deal.lost': Changed<DealView> & DealStep;
  /** A deal was removed for good. */
  'deal.purged': RecordPurge;
  /** A decided or abandoned deal is open again. */
  'deal.reopened': Changed<DealView> & DealStep;
  /** A deleted deal was restored. */
  'deal.restored': Changed<DealView>;
  /** A deal went to another stage without being decided by it. */
  'deal.stage_changed': Changed<DealView> & DealStep;
  /** Fields of a deal were changed. */
  'deal.updated': Changed<DealView>;
  /** A deal was won, and went to a stage where deals are. */
  'deal.won': Changed<DealView> & DealStep;
  /** The data of a person was erased. */
  'erasure.completed': ErasureFacts;
  /** An event could not be passed on, ten times over, and waits for an operator. */
  'event.parked': EventParked;
  /** A lead got another owner or another team, or none. */
  'lead.assigned': Changed<LeadView>;
  /** A lead became a company, a contact or a deal, or was joined to ones that were there. */
  'lead.converted': Changed<LeadView>;
  /** A lead came in, whatever the way. */
  'lead.created': Changed<LeadView>;
  /** A lead was deleted; it can be restored. */
  'lead.deleted': Changed<LeadView>;
  /** A lead was removed for good. */
  'lead.purged': RecordPurge;
  /** A deleted lead was restored. */
  'lead.restored': Changed<LeadView>;
  /** A lead moved through its lifecycle. */
  'lead.status_changed': Changed<LeadView> & LeadStep;
  /** The conversion of a lead was taken back. */
  'lead.unconverted': Changed<LeadView>;
  /** Fields of a lead were changed. */
  'lead.updated': Changed<LeadView>;
  /** A lead form was made. */
  'lead_form.created': Changed<LeadFormView>;
  /** A lead form was deleted; it can be restored. */
  'lead_form.deleted': Changed<LeadFormView>;
  /** A deleted lead form was restored. */
  'lead_form.restored': Changed<LeadFormView>;
  /** A lead form was changed, or got a new key. */
  'lead_form.updated': Changed<LeadFormView>;
  /** A record or a person was put under a legal hold. */
  'legal_hold.placed': LegalHoldFacts;
  /** A legal hold was released. */
  'legal_hold.released': LegalHoldFacts;
  /** A notification channel was made. */
  'notification_channel.created': Changed<NotificationChannelView>;
  /** A notification channel was deleted; it can be restored. */
  'notification_channel.deleted': Changed<NotificationChannelView>;
  /** A notification channel is told nothing any more: by a person, because the service refused it, or because nothing arrived for a day. */
  'notification_channel.disabled': Changed<NotificationChannelView>;
  /** A notification channel is told things again. */
  'notification_channel.enabled': Changed<NotificationChannelView>;
  /** A deleted notification channel was restored. */
  'notification_channel.restored': Changed<NotificationChannelView>;
  /** A notification channel was changed. */
  'notification_channel.updated': Changed<NotificationChannelView>;
  /** A pipeline was made; each of its stages is told by pipeline_stage.created. */
  'pipeline.created': Changed<PipelineView>;
  /** A pipeline on which no deal ever was is gone for good. */
  'pipeline.deleted': Changed<PipelineView>;
  /** A pipeline was changed, moved, retired, or became or ceased to be the default. Those whose places moved along with it are not told of. */
  'pipeline.updated': Changed<PipelineView>;
  /** A retired stage takes deals again. */
  'pipeline_stage.activated': Changed<PipelineStageView>;
  /** A stage was added to a pipeline. */
  'pipeline_stage.created': Changed<PipelineStageView>;
  /** A stage in which no deal ever was is gone for good. */
  'pipeline_stage.deleted': Changed<PipelineStageView>;
  /** A stage got another place in its pipeline. Those whose places moved along with it are not told of. */
  'pipeline_stage.moved': Changed<PipelineStageView>;
  /** No deal can be put into a stage any more; those that were there moved, each with an event of its own. */
  'pipeline_stage.retired': Changed<PipelineStageView> & StageRetired;
  /** A stage was changed. */
  'pipeline_stage.updated': Changed<PipelineStageView>;
  /** Records were removed because their time was over. */
  'retention.applied': RetentionFacts;
  /** A role was made. */
  'role.created': Changed<RoleView>;
  /** A role that nobody had was deleted for good. */
  'role.deleted': Changed<RoleView>;
  /** A role was changed; it holds at once for all who have it. */
  'role.updated': Changed<RoleView>;
  /** A run of a scheduled job failed for the last time. */
  'scheduled_job.failed': ScheduledJobFailed;
  /** A scheduled job was switched on or off. */
  'scheduled_job.updated': ScheduledJobSwitch;
  /** Something critical for security happened; the security log has it under the same id. */
  'security.alert': SecurityAlert;
  /** A session began. */
  'session.created': SessionStarted;
  /** A session was ended before its time. */
  'session.revoked': SessionEnded;
  /** A setting was changed or went back to its default. */
  'setting.updated': SettingChange;
  /** A team was made. */
  'team.created': Changed<TeamView>;
  /** An empty team was deleted for good. */
  'team.deleted': Changed<TeamView>;
  /** A team was changed. Who comes and goes is told by user.updated. */
  'team.updated': Changed<TeamView>;
  /** A user was deactivated; their sessions, tokens and API keys ended for good. */
  'user.deactivated': Changed<UserView>;
  /** A user was deleted; they can be restored. */
  'user.deleted': Changed<UserView>;
  /** Somebody confirmed another e-mail address. */
  'user.email_changed': UserEmailChanged;
  /** Somebody accepted their invitation and set a password. */
  'user.invitation_accepted': UserInvitationAcceptance;
  /** Somebody was invited, or invited again. */
  'user.invited': Changed<UserView>;
  /** Somebody changed their password; their other sessions ended. */
  'user.password_changed': UserPasswordChange;
  /** Somebody set a new password through a link; all their sessions ended. */
  'user.password_reset': UserPasswordChange;
  /** A deactivated user may come in again. */
  'user.reactivated': Changed<UserView>;
  /** Records of a user were handed over to another. */
  'user.records_transferred': RecordsTransferred;
  /** A deleted user was restored. */
  'user.restored': Changed<UserView>;
  /** A user got other roles. */
  'user.roles_changed': Changed<UserView>;
  /** Somebody signed in with their password. */
  'user.signed_in': UserSignIn;
  /** A second factor was removed, by its owner or for them. */
  'user.totp_disabled': UserTotpChange;
  /** Somebody set up a second factor. */
  'user.totp_enabled': UserTotpChange;
  /** A user was changed: what is known of them, their address, team or manager. */
  'user.updated': Changed<UserView>;
  /** A webhook was made. */
  'webhook.created': Changed<WebhookFacts>;
  /** A webhook was deleted; it can be restored. */
  'webhook.deleted': Changed<WebhookFacts>;
  /** A webhook gets no events any more: by hand, because it kept failing, or because it answered that it is gone. */
  'webhook.disabled': WebhookTrouble;
  /** A webhook gets events again. */
  'webhook.enabled': Changed<WebhookFacts>;
  /** A webhook failed five times in a row. */
  'webhook.failing': WebhookTrouble;
  /** A deleted webhook was restored. */
  'webhook.restored': Changed<WebhookFacts>;
  /** A webhook got a new secret. */
  'webhook.secret_rotated': Changed<WebhookFacts>;
  /** A webhook was changed. */
  'webhook.updated': Changed<WebhookFacts>;
}
