import type { ReadContext } from '../adapter';
import { readAnew } from '../kept-readings';
import { parseClock } from '../time/clocks';
import { wordTasks } from '../time/words';
import type { InTurns } from '../turns';
import { readRowSafely } from './chats';
import { readAccount } from './identity';
import { readDatabase } from './lag';
import { memoryOf } from './memory';
import { findOpenMain, findPane, pageLanguages } from './page-parts';
import { findRows } from './rows';
import { frameState } from './state';
import { readBubbleSafely } from './thread';
import { findPlaces, itemFinder } from './thread-rows';

/** Words, the page's database, rows and messages: what a first reading takes long for. */
export async function prepare(context: ReadContext, inTurns: InTurns): Promise<void> {
	const { document, keep = readAnew } = context;
	const languages = pageLanguages(context);
	await inTurns(wordTasks(languages), (find) => find());
	await readAhead(context, inTurns);
	const pane = findPane(document);
	await inTurns(pane ? findRows(pane).rows : [], (row) => {
		const read = readRowSafely(row, [], keep);
		if (read !== null && read !== 'header' && read.time) parseClock(read.time, languages);
	});
	const main = findOpenMain(document);
	if (main) await findPlaces(main, keep, inTurns);
	await inTurns(main ? keep(main, itemFinder(keep)).drawn : [], (row) =>
		readBubbleSafely(row, languages, [], keep),
	);
}

/** The page's database, which is then still fresh when the page is read. */
async function readAhead(context: ReadContext, inTurns: InTurns): Promise<void> {
	const account = readAccount(context);
	if (frameState(context, account) === null) {
		await readDatabase(context, memoryOf(context, account), inTurns);
	}
}
