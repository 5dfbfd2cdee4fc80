import { openCells } from '@/lib/cells/open-cells';
import { groundOn, tryBehaviours } from '../../test/store/behaviour';
import { openKillTrial } from './kill-trial';
import { beginAlong, readAlong, retimeAlong, writeAlong } from './write-along';

/** A page of builds for tests only: what drives the browser finds its trials here. */
Object.assign(globalThis, {
	openKillTrial,
	beginAlong,
	writeAlong,
	retimeAlong,
	readAlong,
	tryBehaviours: () =>
		tryBehaviours((databaseName) => groundOn(databaseName, () => openCells(databaseName))),
});
