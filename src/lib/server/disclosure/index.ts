export { listDisclosures } from './queries.ts';
