import { openCells } from '@/lib/cells/open-cells';
import { openTrial } from './residue';

/** A page of builds for tests only: what drives the browser finds the cells here. */
Object.assign(globalThis, { openCells, openTrial });
