/**
 * A ballot must open at once on an old phone: the page is plain HTML, and `/live.js` (1 kB) keeps turnout and state up to
 * date in place of the portal's client (70 kB).
 */
export const csr = false;
