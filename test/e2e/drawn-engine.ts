import { type Engine, engineNames } from '../bench/store/engines.ts';

/** What this run tries; `STUBE_SEED` repeats another one. */
export const seed = Number(process.env.STUBE_SEED ?? Math.floor(Math.random() * 1_000_000));

/** One engine, another in each run: for what `npm run test:long` tries on all of them. */
export const drawnEngine = engineNames[seed % engineNames.length] as Engine;
