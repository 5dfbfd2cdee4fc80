import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchEngine } from '../../bench/store/launch-engine.ts';
import { type Cells, cellsOfBackground, cellsOfPage, openCellsPage } from '../../browser/cells.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../browser/clean-up.ts';
import { browserNames } from '../../browser/find-browser.ts';
import type { LaunchedBrowser } from '../../browser/launch.ts';
import { findBytes } from './profile-scan.ts';
import { prepareBytes, wordsIn } from './search-bytes.ts';

const engineOf = { chromium: 'chromium-leveldb', firefox: 'firefox' } as const;

describe.each(browserNames)('the files of %s', (browser) => {
	let launched: LaunchedBrowser;
	beforeAll(async () => {
		launched = await launchEngine(engineOf[browser]);
	});
	afterAll(async () => {
		await launched?.kill();
		if (launched) removeTemporaryFolder(launched.profile);
	});

	it('go on holding what was only deleted, which the fallback does not deny', async () => {
		const page = await openCellsPage(launched);
		await page.evaluate(() => {
			Object.defineProperty(navigator.storage, 'getDirectory', { value: undefined });
		});
		const cells = cellsOfPage(page, 'rows');
		await cells.grow(100);
		const secrets = await secretsOf(cells);
		await cells.effaceAll();
		expect(await cells.kind()).toBe('deletable');
		expect(findBytes(launched.profile, secrets)).not.toEqual([]);
		await page.close();
	});

	it('hold no byte of a secret as soon as it is effaced, and held it before', async () => {
		const { profile } = launched;
		const page = await openCellsPage(launched);
		const here = cellsOfPage(page, 'proof');
		const there = cellsOfBackground(launched, page, 'proof');
		await here.grow(100);
		const refs = await here.refs();
		const secrets = await secretsOf(here);
		expect(findBytes(profile, secrets)).toHaveLength(2 * secrets.length);

		await here.efface(refs.slice(0, 20));
		expect(findBytes(profile, secrets.slice(0, 20))).toEqual([]);
		await there.efface(refs.slice(20, 40));
		expect(findBytes(profile, secrets.slice(0, 40))).toEqual([]);
		expect(findBytes(profile, secrets.slice(40))).toHaveLength(2 * (secrets.length - 40));

		await there.effaceAll();
		expect(findBytes(profile, secrets)).toEqual([]);
		await launched.kill();
		expect(findBytes(profile, secrets)).toEqual([]);
	});
});

describe.each(browserNames)('the disk under %s', (browser) => {
	it('holds no byte of an effaced secret either, in place of a file or beside it', async (test) => {
		const disk = mountDisk();
		if (!disk) {
			test.skip('no loop-mounted disk can be had here');
			return;
		}
		try {
			const profile = join(disk.folder, 'profile');
			mkdirSync(profile);
			const launched = await launchEngine(engineOf[browser], { profile });
			const page = await openCellsPage(launched);
			const cells = cellsOfPage(page, 'proof');
			await cells.grow(100);
			const refs = await cells.refs();
			const secrets = await secretsOf(cells);
			expect(wordsIn(disk.read(), prepareBytes(secrets)).size).toBe(secrets.length);
			await cells.efface(refs.slice(0, 20));
			expect(wordsIn(disk.read(), prepareBytes(secrets.slice(0, 20)))).toEqual(new Set());
			expect(wordsIn(disk.read(), prepareBytes(secrets.slice(20))).size).toBe(secrets.length - 20);
			await cells.effaceAll();
			await launched.close();
			expect(wordsIn(disk.read(), prepareBytes(secrets))).toEqual(new Set());
		} finally {
			disk.remove();
		}
	});
});

async function secretsOf(cells: Cells): Promise<string[]> {
	const secrets = await cells.read(await cells.refs());
	return secrets.map((secret) => {
		if (!secret) throw new Error('a listed cell cannot be read');
		return secret;
	});
}

interface Disk {
	folder: string;
	/** Every byte of it, after what is on its way has arrived. */
	read(): Buffer;
	remove(): void;
}

/** An ext4 of its own in a file; `null` where this process may not mount one. */
function mountDisk(): Disk | null {
	const folder = makeTemporaryFolder('disk');
	const image = join(folder, 'image');
	const mounted = join(folder, 'mounted');
	mkdirSync(mounted);
	writeFileSync(image, '');
	truncateSync(image, 200 * 1024 * 1024);
	const run = (command: string, ...options: string[]): void => {
		execFileSync(command, options, { stdio: 'ignore' });
	};
	try {
		run('mkfs.ext4', '-q', image);
		run('mount', '-o', 'loop', image, mounted);
	} catch {
		// No root, no loop devices, no ext4: said by the test that is skipped.
		removeTemporaryFolder(folder);
		return null;
	}
	return {
		folder: mounted,
		read() {
			run('sync', '-f', mounted);
			return readFileSync(image);
		},
		remove() {
			run('umount', '--lazy', mounted);
			rmSync(folder, { recursive: true });
		},
	};
}
