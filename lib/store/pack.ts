import type { Message, Timer } from '@/lib/model';
import { bucketOf } from './bucket';
import { newRowKey, type TailRecord } from './record';

/** Values stay below the 64 KB from which LevelDB keeps them as files of their own. */
const fullRecord = { messages: 128, characters: 40_000 } as const;
/** A record smaller than this takes new messages of its bucket along when it is replaced. */
const roomyRecord = { messages: 64, characters: 16_000 } as const;

/** Groups messages of one chat into new records: one bucket each, none too large. */
export function packRecords(
	chatKey: string,
	messages: Iterable<Message>,
	timer: Timer,
	sequence: number,
): TailRecord[] {
	const records: TailRecord[] = [];
	const openByBucket = new Map<TailRecord['bucket'], { record: TailRecord; characters: number }>();
	for (const message of messages) {
		const bucket = bucketOf(message, timer);
		const size = sizeOf(message);
		let open = openByBucket.get(bucket);
		if (
			!open ||
			open.record.messages.length >= fullRecord.messages ||
			open.characters + size > fullRecord.characters
		) {
			open = {
				record: { key: newRowKey(), chatKey, bucket, sequence, messages: [] },
				characters: 0,
			};
			openByBucket.set(bucket, open);
			records.push(open.record);
		}
		open.record.messages.push(message);
		open.characters += size;
	}
	return records;
}

/** Whether a record should be replaced by one that holds new messages too. */
export function hasRoom(record: TailRecord): boolean {
	if (record.messages.length >= roomyRecord.messages) return false;
	return record.messages.reduce((sum, one) => sum + sizeOf(one), 0) < roomyRecord.characters;
}

/** About how many characters a message takes; the fixed part is what an empty one takes. */
function sizeOf(message: Message): number {
	return 300 + (message.text?.length ?? 0) + (message.quote?.length ?? 0);
}
