import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { blockLength, cellsPerBlock, encodeBlock } from '@/lib/cells/block';
import { retiredGeneration } from '@/lib/cells/cell';
import type { CellFile, CellRef } from '@/lib/cells/cell-file';
import { crc32 } from '@/lib/cells/crc32';
import { deletableCells } from '@/lib/cells/deletable-cells';
import { type CellStep, memoryCells, memoryDisk } from '@/lib/cells/memory-cells';
import { encodeText } from '@/lib/vault/bytes';

async function firstRef(cells: CellFile): Promise<CellRef> {
	await cells.grow(1);
	const [ref] = await cells.refs();
	if (!ref) throw new Error('no cell');
	return ref;
}

describe('the check', () => {
	it('is the CRC-32 that everyone computes', () => {
		expect(crc32(encodeText('123456789'))).toBe(0xcbf43926);
		expect(crc32(encodeText('6789'), crc32(encodeText('12345')))).toBe(0xcbf43926);
	});
});

let lastName = 0;
const kinds = [
	['in files', () => memoryCells()],
	['in a database', () => deletableCells(`cells-${lastName++}`)],
] as const;

describe.each(kinds)('cells %s', (_, make) => {
	it('come in whole blocks, all of them free and different', async () => {
		const cells = make();
		expect(await cells.refs()).toEqual([]);
		await cells.grow(103);
		const refs = await cells.refs();
		expect(refs).toHaveLength(2 * cellsPerBlock);
		const secrets = await cells.read(refs);
		expect(new Set(secrets.map(String)).size).toBe(refs.length);
		expect(secrets.every((secret) => secret?.length === 32)).toBe(true);
		await cells.grow(5);
		expect(await cells.refs()).toEqual(refs);
	});

	it('stay as they are when they are effaced a second time', async () => {
		const cells = make();
		const ref = await firstRef(cells);
		await cells.efface([ref, ref]);
		const refs = await cells.refs();
		const secrets = await cells.read(refs);
		await cells.efface([ref]);
		expect(await cells.refs()).toEqual(refs);
		expect(await cells.read(refs)).toEqual(secrets);
	});

	it('are all gone after everything is effaced', async () => {
		const cells = make();
		await cells.grow(150);
		const refs = await cells.refs();
		await cells.effaceAll();
		expect(await cells.read(refs)).toEqual(refs.map(() => null));
		expect(await cells.refs()).toHaveLength(refs.length);
	});

	it('that never were are read as gone', async () => {
		const cells = make();
		await cells.grow(1);
		expect(await cells.read([{ index: 4000, generation: 1 }])).toEqual([null]);
	});
});

describe('the two mirrors', () => {
	it('hold nothing of a secret once it is effaced, and its place is free again', async () => {
		const disk = memoryDisk();
		const cells = memoryCells(disk);
		const ref = await firstRef(cells);
		const [secret] = await cells.read([ref]);
		await cells.efface([ref]);
		expect(await cells.read([ref])).toEqual([null]);
		for (const mirror of [disk.a, disk.b]) {
			expect(Buffer.from(mirror.read()).includes(Buffer.from(secret ?? []))).toBe(false);
		}
		expect((await cells.refs())[0]).toEqual({ index: 0, generation: ref.generation + 1 });
	});

	it('are never both written before one of them is flushed', async () => {
		const steps: string[] = [];
		const record = ({ mirror, action }: CellStep): undefined => {
			steps.push(`${action} ${mirror}`);
		};
		const cells = memoryCells(memoryDisk(), record);
		await cells.grow(103);
		const ref = (await cells.refs())[0] ?? { index: -1, generation: 0 };
		steps.length = 0;
		await cells.efface([ref]);
		// The first two flushes are for what an earlier writer may have left unflushed.
		expect(steps).toEqual(['flush a', 'flush b', 'write a', 'flush a', 'write b', 'flush b']);
	});

	it('are flushed again before anyone is told, whatever an earlier writer left unflushed', async () => {
		const disk = memoryDisk();
		const ref = await firstRef(memoryCells(disk));
		const [secret] = await memoryCells(disk).read([ref]);
		let steps = 0;
		const dieBeforeLastFlush = (): number | undefined => {
			steps += 1;
			return steps === 6 ? 0 : undefined;
		};
		await expect(memoryCells(disk, dieBeforeLastFlush).efface([ref])).rejects.toThrow();
		await memoryCells(disk).efface([ref]);
		disk.b.losePower(() => 'old');
		expect(Buffer.from(disk.b.read()).includes(Buffer.from(secret ?? []))).toBe(false);
	});

	it('agree on the newer secret after a death between them', async () => {
		const disk = memoryDisk();
		const ref = await firstRef(memoryCells(disk));
		const dieAtSecond = ({ mirror, action }: CellStep): number | undefined =>
			mirror === 'b' && action === 'write' ? 0 : undefined;
		await expect(memoryCells(disk, dieAtSecond).efface([ref])).rejects.toThrow();
		const cells = memoryCells(disk);
		expect(await cells.read([ref])).toEqual([null]);
		await cells.refs();
		expect(disk.b.read()).toEqual(disk.a.read());
	});

	it.each(['a', 'b'] as const)('restore a block of %s whatever bit of it flips', async (side) => {
		const disk = memoryDisk();
		const cells = memoryCells(disk);
		await cells.grow(1);
		const refs = await cells.refs();
		const secrets = await cells.read(refs);
		const good = disk.a.read();
		for (let bit = 0; bit < blockLength * 8; bit += 97) {
			const byte = Math.floor(bit / 8);
			disk[side].write(Uint8Array.of((good[byte] ?? 0) ^ (1 << (bit % 8))), byte);
			if (bit % 5 === 0) expect(await cells.read(refs)).toEqual(secrets);
			expect(await cells.refs()).toEqual(refs);
			expect(disk[side].read()).toEqual(good);
		}
	});

	it('bring each other back when a file is missing', async () => {
		const disk = memoryDisk();
		const cells = memoryCells(disk);
		await cells.grow(1);
		const refs = await cells.refs();
		const secrets = await cells.read(refs);
		const half = { ...memoryDisk(), b: disk.b };
		expect(await memoryCells(half).read(refs)).toEqual(secrets);
		await memoryCells(half).refs();
		expect(half.a.read()).toEqual(disk.a.read());
	});

	it('never give a place again that is damaged in both', async () => {
		const disk = memoryDisk();
		const cells = memoryCells(disk);
		const ref = await firstRef(cells);
		disk.a.write(Uint8Array.of(1, 2, 3), 0);
		disk.b.write(Uint8Array.of(3, 2, 1), 0);
		expect(await cells.read([ref])).toEqual([null]);
		const refs = await cells.refs();
		expect(refs.map(({ index }) => index)).toEqual(
			Array.from({ length: cellsPerBlock - 1 }, (_, nth) => nth + 1),
		);
	});

	it('retire a place whose generations are used up', async () => {
		const disk = memoryDisk();
		const old = Array.from({ length: cellsPerBlock }, () => ({
			secret: new Uint8Array(32).fill(7),
			generation: retiredGeneration - 1,
		}));
		for (const mirror of [disk.a, disk.b]) mirror.write(encodeBlock(0, old), 0);
		const cells = memoryCells(disk);
		expect(await cells.refs()).toHaveLength(cellsPerBlock);
		await cells.efface([{ index: 3, generation: retiredGeneration - 1 }]);
		expect(await cells.refs()).toHaveLength(cellsPerBlock - 1);
		expect(await cells.read([{ index: 3, generation: retiredGeneration }])).toEqual([null]);
	});

	it('of another version are refused and left as they are', async () => {
		const disk = memoryDisk();
		await memoryCells(disk).grow(1);
		const block = disk.a.read();
		const view = new DataView(block.buffer);
		view.setUint32(4084, 3, true);
		view.setUint32(4092, crc32(block.subarray(0, 4092)), true);
		for (const mirror of [disk.a, disk.b]) mirror.write(block, 0);
		const cells = memoryCells(disk);
		await expect(cells.refs()).rejects.toMatchObject({ code: 'unknown-version' });
		await expect(cells.effaceAll()).rejects.toMatchObject({ code: 'unknown-version' });
		expect(disk.a.read()).toEqual(block);
	});
});
