import type { ChatRow, Network } from '../model';
import { filterRows, type InboxFilter, type Shelf, shelves } from './filter';

/** What the list can be narrowed to, with how many chats each would show. */
export interface ChipCounts {
	all: number;
	networks: ReadonlyMap<Network, number>;
	shelves: ReadonlyMap<Shelf, number>;
	/** In the order of a dictionary. */
	labels: readonly (readonly [label: string, count: number])[];
}

/** Shelves and labels that hold nothing are left out. */
export function countChips(rows: readonly ChatRow[], now: number): ChipCounts {
	const everywhere = { unread: false, network: null } as const;
	const count = (filter: Partial<InboxFilter>): number =>
		filterRows(rows, { ...everywhere, ...filter }, now).length;

	const networks = new Map<Network, number>();
	const labels = new Map<string, number>();
	for (const { chat } of filterRows(rows, everywhere, now)) {
		networks.set(chat.network, (networks.get(chat.network) ?? 0) + 1);
	}
	for (const { chat } of rows) {
		for (const label of chat.own?.labels ?? []) labels.set(label, (labels.get(label) ?? 0) + 1);
	}
	return {
		all: count({}),
		networks,
		shelves: new Map(
			shelves.map((shelf) => [shelf, count({ shelf })] as const).filter(([, many]) => many > 0),
		),
		labels: [...labels].sort(([a], [b]) => a.localeCompare(b)),
	};
}
