export * from './cases.ts';
export * from './community.ts';
export * from './disclosure.ts';
export * from './identity.ts';
export * from './meetings.ts';
export * from './platform.ts';
export * from './votes.ts';
