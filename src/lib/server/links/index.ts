export { createLink } from './create-link.ts';
export { linksFrom, linksTo, type Link } from './queries.ts';
