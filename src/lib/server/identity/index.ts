export { createDemoAccount, type DemoAccount } from './create-demo-account.ts';
export { demoRoles } from './demo-accounts.ts';
export { gateRedirect } from './gate.ts';
export { findByPhone, openPersonSecrets, sealPersonSecrets, storePersonSecrets } from './person-secrets.ts';
export { signIn, type Visitor } from './sign-in.ts';
export { hashPassword } from '../platform/passwords.ts';
export { closeSession, resolveSession, sessionCookie, SESSION_COOKIE } from '../platform/sessions.ts';
