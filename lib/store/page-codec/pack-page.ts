import type { Message } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
import { packBlocks } from './block-column';
import { ByteWriter } from './byte-writer';
import { DifferenceWriter } from './difference-writer';
import { packOwn } from './own-columns';
import { pageVersion } from './page-sections';
import { foldTexts } from './searched-texts';
import { packShared } from './shared-columns';
import { writeText, writeUtf8 } from './text-column';

/** Some messages of one chat as columns. `packPages` says how many. */
export function packPage(messages: readonly Message[]): Bytes {
	const differences = new DifferenceWriter();
	const { narrow, wide, placed, blocks } = foldTexts(differences, messages);
	const writer = new ByteWriter();
	writer.byte(pageVersion);
	writer.count(messages.length);
	writeUtf8(writer, narrow);
	writeText(writer, wide);
	writer.append(placed);
	for (const section of [
		packBlocks(blocks),
		packShared(messages),
		packOwn(messages),
		differences.finish(),
	]) {
		writer.count(section.length);
		writer.append(section);
	}
	return writer.finish();
}
