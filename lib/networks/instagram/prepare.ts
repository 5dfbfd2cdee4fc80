import type { ReadContext } from '../adapter';
import { readAnew } from '../kept-readings';
import { parseRelative } from '../time/relative-times';
import { relativeWordTasks } from '../time/relative-words';
import { wordTasks } from '../time/words';
import type { InTurns } from '../turns';
import { readSigns } from './authors';
import { findRows, readFace } from './chats';
import { readContent } from './message';
import { findRoots } from './roots';
import * as selectors from './selectors';
import { stateBeforeReading } from './state';

/** Words, rows and messages: what a first reading takes long for. */
export async function prepare(context: ReadContext, inTurns: InTurns): Promise<void> {
	const { document, now, keep = readAnew } = context;
	const roots = findRoots(document);
	if (stateBeforeReading(context, roots) !== null) return;
	const { lang } = document.documentElement;
	const languages = [...(lang ? [lang] : []), ...context.languages];
	await inTurns([...wordTasks(languages), ...relativeWordTasks(languages)], (find) => find());
	const { list, messages } = roots;
	if (list && list.layer !== 'links') {
		await inTurns(findRows(list), (row) => {
			const times = keep(row, readFace)?.times ?? [];
			for (const text of times) parseRelative(text, { now, languages });
		});
	}
	await inTurns(messages?.root.querySelectorAll(selectors.message) ?? [], (message) => {
		keep(message, readContent);
		keep(message, readSigns);
	});
}
