export { gateRedirect } from './gate.ts';
export { signIn, type Visitor } from './sign-in.ts';
export { closeSession, resolveSession, sessionCookie, SESSION_COOKIE } from '../platform/sessions.ts';
