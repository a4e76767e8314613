/** Version of the privacy notice (个人信息处理规则) in force. A new one must be accepted anew before acting. */
export const PRIVACY_NOTICE_VERSION = '2026-11';

export const PRIVACY_NOTICE_PURPOSE = 'privacy-notice';
