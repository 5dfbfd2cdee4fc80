/** How long a part of `npm run test:long` may take. */
export const partLimitMs = 600_000;
