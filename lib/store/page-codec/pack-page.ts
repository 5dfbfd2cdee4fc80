import type { Message } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
import { ByteWriter } from './byte-writer';
import { packOwn } from './own-columns';
import { foldTexts } from './searched-texts';
import { packShared } from './shared-columns';
import { writeText } from './text-column';

/** The first byte of a page. */
export const pageVersion = 1;

/** Some messages of one chat as columns. `packPages` says how many. */
export function packPage(messages: readonly Message[]): Bytes {
	const taken = new ByteWriter();
	const { texts, placed } = foldTexts(taken, messages);
	const writer = new ByteWriter();
	writer.byte(pageVersion);
	writer.count(messages.length);
	writeText(writer, texts.narrow);
	writeText(writer, texts.wide);
	writer.append(placed);
	for (const section of [packShared(messages), packOwn(messages), taken.finish()]) {
		writer.count(section.length);
		writer.append(section);
	}
	return writer.finish();
}
