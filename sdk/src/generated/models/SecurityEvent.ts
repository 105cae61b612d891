/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Security event type
 */
export type SecurityEvent = 'login_success' | 'login_failed' | 'logout' | 'password_changed' | 'password_reset' | 'account_locked' | 'suspicious_activity' | 'permission_denied' | 'token_reuse' | 'api_key_created' | 'api_key_revoked' | 'email_changed' | 'totp_enabled' | 'totp_disabled' | 'recovery_code_used' | 'user_invited' | 'user_deactivated' | 'user_reactivated' | 'role_changed' | 'destination_changed';
