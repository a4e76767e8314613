export { createLink } from './create-link.ts';
export { findPlace, onPlace, originsOf, tellSources, type Origin, type Place, type PlaceRef } from './places.ts';
export { linksFrom, linksTo, type Link } from './queries.ts';
