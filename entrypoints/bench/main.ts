/** The page that `npm run bench -- store` drives. Not part of what people install. */
import type { Cases } from '../../test/bench/store/cases';
import * as cases from './cases';
import { reach } from './reach';

declare global {
	var bench: Cases;
}

globalThis.bench = cases;
reach();
