/** The page writes its database late: for a while after a change it is behind what is drawn. */
import type { ReadContext } from '../adapter';
import type { InTurns } from '../turns';
import type { PageMemory } from './memory';
import { type DatabaseReading, readPageDatabase } from './page-database';

/** Readings of the database in a row, behind the page, after which it is no more asked early. */
const mostLaggingReadings = 4;

/** The page's database, sooner again while it is behind the page. */
export function readDatabase(
	context: ReadContext,
	memory: PageMemory,
	inTurns?: InTurns,
): Promise<DatabaseReading> {
	const isBehind = memory.laggingReadings > 0 || memory.database?.chats === null;
	return readPageDatabase(context, memory, isBehind, inTurns);
}

/** Passes over a page that changes fast share one reading of its database, which counts once. */
export function noteLag(memory: PageMemory, database: DatabaseReading, isLagging: boolean): void {
	const isCounted = memory.laggedAt === database.readAt && database.problem === null;
	if (!isLagging) memory.laggingReadings = 0;
	else if (!isCounted) memory.laggingReadings += 1;
	memory.laggedAt = isLagging ? database.readAt : null;
}

/** Whether to look again early; a database that stays behind is none to wait for. */
export function isWorthWaiting({ laggingReadings }: PageMemory): boolean {
	return laggingReadings <= mostLaggingReadings;
}
