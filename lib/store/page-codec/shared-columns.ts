import type { Message } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
import { ByteReader, PageFormatError } from './byte-reader';
import { ByteWriter } from './byte-writer';
import { type Moments, readMoments, writeMoments } from './moment-column';
import { joinTemplates, parseTemplates, type Template, TemplateNumbers } from './template';
import { readText, writeText } from './text-column';

/** Times, and what most messages of a page share: what a search sorts, hides and names by. */
export interface SharedColumns {
	templates: readonly Template[];
	moments: Moments;
}

export function packShared(messages: readonly Message[]): Bytes {
	const numbers = new TemplateNumbers();
	const used = messages.map((message) => numbers.numberOf(message));
	const writer = new ByteWriter();
	writeText(writer, joinTemplates(numbers.templates));
	for (const number of used) writer.count(number);
	writeMoments(writer, messages);
	return writer.finish();
}

export function openShared(section: Bytes, count: number): SharedColumns {
	const reader = new ByteReader(section);
	const table = parseTemplates(readText(reader));
	const templates = Array.from({ length: count }, () => {
		const template = table[reader.count()];
		if (!template) throw new PageFormatError('a message is not in its table');
		return template;
	});
	return { templates, moments: readMoments(reader, templates) };
}

/** Only what messages share, each once. */
export function openTable(section: Bytes): Template[] {
	return parseTemplates(readText(new ByteReader(section)));
}
