import { packPages } from '@/lib/store/page-codec';
import { seal } from '@/lib/vault/seal';
import { type CorpusOptions, portions } from './corpus';
import { scratchKey } from './floors';
import { type Samples, timed } from './samples';

/** Packing and sealing alone: with one transaction of the pages the floor of an ingest. */
export async function packAndSeal(corpus: CorpusOptions): Promise<Samples> {
	const key = await scratchKey();
	let [pack, sealing] = [0, 0];
	for (const portion of portions(corpus)) {
		let packed: ReturnType<typeof packPages> = [];
		pack += await timed(() => {
			packed = portion.flatMap(({ messages }) => packPages(messages));
		});
		sealing += await timed(() =>
			Promise.all(packed.map(({ bytes }, index) => seal(key, `page|${index}|0`, bytes))),
		);
	}
	return { pack, seal: sealing };
}
