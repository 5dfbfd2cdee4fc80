/** What the launchers leave behind goes when this process goes, however it ends. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();
const processIds = new Set<number>();

/** A folder of our own in the system's temporary place. */
export function makeTemporaryFolder(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), `stube-${name}-`));
	folders.add(folder);
	return folder;
}

export function removeTemporaryFolder(folder: string): void {
	// A browser that was just killed may still be closing files.
	rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	folders.delete(folder);
}

export function keepTrackOf(processId: number): void {
	processIds.add(processId);
}

/** Ends a process that we started and all it started, at once and without asking it. */
export function killTree(processId: number): void {
	processIds.delete(processId);
	if (process.platform === 'win32') {
		execFileSync('taskkill', ['/pid', String(processId), '/T', '/F'], { stdio: 'ignore' });
		return;
	}
	for (const id of [...descendants(processId), processId, -processId]) {
		try {
			process.kill(id, 'SIGKILL');
		} catch (error) {
			if (!isGone(error)) throw error;
		}
	}
}

/** Children may have left the process group; on Linux /proc knows them all. */
function descendants(root: number): number[] {
	if (process.platform !== 'linux') return [];
	const children = new Map<number, number[]>();
	for (const entry of readdirSync('/proc')) {
		const id = Number(entry);
		if (!Number.isInteger(id)) continue;
		const parent = parentOf(id);
		if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), id]);
	}
	const found: number[] = [];
	const queue = [root];
	for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
		const own = children.get(id) ?? [];
		found.push(...own);
		queue.push(...own);
	}
	return found;
}

function parentOf(id: number): number | null {
	try {
		const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
		// The second field is the name in brackets and may hold anything.
		return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
	} catch {
		// It ended while we looked.
		return null;
	}
}

function isGone(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ESRCH';
}

process.once('exit', () => {
	for (const id of processIds) killTree(id);
	for (const folder of folders) removeTemporaryFolder(folder);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.once(signal, () => process.exit(1));
}
