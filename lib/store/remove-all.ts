import type { Access } from './access';

/**
 * Effaces every cell, then deletes every row. A death in between leaves rows that nothing
 * opens any more: the store says that it is unreadable, and this can be asked for again.
 */
export function removeAll({ alone, cells, database, forget }: Access): Promise<void> {
	return alone(async () => {
		await cells.effaceAll();
		const connection = database.connection('strict');
		const { kv, tail, page, due, box } = connection;
		await connection.transaction('rw', [kv, tail, page, due, box], () =>
			Promise.all([kv, tail, page, due, box].map((table) => table.clear())),
		);
		forget();
	});
}
