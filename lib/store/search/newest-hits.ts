import type { Message } from '@/lib/model';

/** Where a found message stands. */
export interface Hit {
	chatKey: string;
	/** Row key of its page. */
	pageKey: string;
	index: number;
	/** The message itself where it is in no page yet. */
	recent: Message | null;
	/** The late end of when it was sent. */
	at: number;
}

/** The newest so many of all that are added, newest first. */
export class NewestHits {
	readonly hits: Hit[] = [];
	private readonly limit: number;

	constructor(limit: number) {
		this.limit = limit;
	}

	/** Nothing older than this can be among them any more. */
	get oldestAt(): number {
		return this.hits.length < this.limit
			? Number.NEGATIVE_INFINITY
			: (this.hits.at(-1)?.at ?? Number.POSITIVE_INFINITY);
	}

	add(hit: Hit): void {
		if (hit.at <= this.oldestAt) return;
		let low = 0;
		let high = this.hits.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.hits[middle]?.at ?? 0) >= hit.at) low = middle + 1;
			else high = middle;
		}
		this.hits.splice(low, 0, hit);
		if (this.hits.length > this.limit) this.hits.pop();
	}
}
