import type { ReadContext } from '../adapter';
import { readAnew } from '../kept-readings';
import { parseClock } from '../time/clocks';
import { parseRelative } from '../time/relative-times';
import { relativeWordTasks } from '../time/relative-words';
import { wordTasks } from '../time/words';
import type { InTurns } from '../turns';
import { findChats } from './chats';
import { languagesOf } from './identity';
import { readMessage } from './message';
import { readFace } from './row';
import { findRows } from './rows';
import { stateOfAddress } from './state';

/** Words, rows and messages: what a first reading takes long for. */
export async function prepare(context: ReadContext, inTurns: InTurns): Promise<void> {
	const state = stateOfAddress(context);
	if (state !== null && state !== 'covered') return;
	const { keep = readAnew } = context;
	const { now, url } = context;
	const languages = languagesOf(context);
	await inTurns([...wordTasks(languages), ...relativeWordTasks(languages)], (find) => find());
	await inTurns(findChats(context).found, ({ row, link }) => {
		const times = keep(link, readFace, row)?.times ?? [];
		for (const text of times) parseRelative(text, { now, languages });
	});
	await inTurns(findRows(context).rows, ({ element, id }) => {
		const { label } = readMessage(element, id, url, keep);
		if (label) parseClock(label.time, languages);
	});
}
