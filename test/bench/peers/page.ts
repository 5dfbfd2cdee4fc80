/** The page of the peers' own extension: the same messages, put and read in the peers' ways. */
import { portions } from '@/entrypoints/bench/corpus';
import { timed } from '@/entrypoints/bench/samples';
import { foldText } from '@/lib/inbox/search';
import type { PeerCases } from '../store/cases';
import { dexieEncrypted } from './dexie-encrypted-peer';
import { batchSize, type Peer, type PeerMessage } from './peer';
import { encryptedRows, plainRows } from './rows';
import { rxdb } from './rxdb-peer';

const peers: Record<string, Peer> = {
	'encrypted-rows': encryptedRows,
	'plain-rows': plainRows,
	'dexie-encrypted': dexieEncrypted,
	rxdb,
};

function peerOf(name: string): Peer {
	const peer = peers[name];
	if (!peer) throw new Error(`There is no peer ${name}.`);
	return peer;
}

let messages: PeerMessage[] = [];

const bench: PeerCases = {
	make(corpus) {
		messages = [...portions(corpus)]
			.flat()
			.flatMap((made) => made.messages.map((message) => ({ ...message, chatKey: made.chat.key })));
		return { messages: messages.length };
	},
	async create(name) {
		await peerOf(name).create();
		return {};
	},
	async put(name, from, to) {
		const peer = peerOf(name);
		let ms = 0;
		for (let at = from; at < to; at += batchSize) {
			const batch = messages.slice(at, Math.min(at + batchSize, to));
			ms += await timed(() => peer.put(batch));
		}
		return { ms };
	},
	async load(name) {
		const peer = peerOf(name);
		await peer.close();
		let texts: string[] = [];
		const ms = await timed(async () => {
			texts = (await peer.readTexts()).map(foldText);
		});
		await peer.close();
		return { ms, messages: texts.length };
	},
};
Object.assign(globalThis, { bench });
document.documentElement.dataset.ready = '';
