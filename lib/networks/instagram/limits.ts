/** As `lib/model.ts` has them; repeated because its schemas stay out of content scripts. */
export const maxText = 120_000;
export const maxLabel = 2_000;
