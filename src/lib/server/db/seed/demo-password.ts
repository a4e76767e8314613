/** Password of every demo account. Seeded installations only; `npm run -s accounts` prints it. */
export const DEMO_PASSWORD = 'gongjian-2026';
