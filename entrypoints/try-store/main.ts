import { openCells } from '@/lib/cells/open-cells';
import { groundOn, tryBehaviours } from '../../test/store/behaviour';
import { openKillTrial } from './kill-trial';

/** A page of builds for tests only: what drives the browser finds its trials here. */
Object.assign(globalThis, {
	openKillTrial,
	tryBehaviours: () =>
		tryBehaviours((databaseName) => groundOn(databaseName, () => openCells(databaseName))),
});
