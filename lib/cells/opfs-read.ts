import type { Bytes } from '@/lib/vault/bytes';
import { lockName, mirrorNames } from './mirror-names';

/** Both mirrors as they are now; empty where there is no such file. */
export interface MirrorBytes {
	a: Bytes;
	b: Bytes;
}

/**
 * Reads without a handle, so that any context can, also while a writer works. A `File` that
 * was taken before a write refuses to be read after it: then once more, with writers kept out.
 */
export async function readMirrors(name: string): Promise<MirrorBytes> {
	try {
		return await readBoth(name);
	} catch (error) {
		if (!isOutdated(error)) throw error;
		return navigator.locks.request(lockName(name), { mode: 'shared' }, () => readBoth(name));
	}
}

async function readBoth(name: string): Promise<MirrorBytes> {
	const directory = await navigator.storage.getDirectory();
	const names = mirrorNames(name);
	const [a, b] = await Promise.all([readFile(directory, names.a), readFile(directory, names.b)]);
	return { a, b };
}

async function readFile(directory: FileSystemDirectoryHandle, name: string): Promise<Bytes> {
	try {
		const handle = await directory.getFileHandle(name);
		const file = await handle.getFile();
		return new Uint8Array(await file.arrayBuffer());
	} catch (error) {
		if (isNamed(error, 'NotFoundError') && !(await hasFile(directory, name))) {
			return new Uint8Array(0);
		}
		throw error;
	}
}

/** A `File` that was written since says "not found" as well, though its file is there. */
async function hasFile(directory: FileSystemDirectoryHandle, name: string): Promise<boolean> {
	try {
		await directory.getFileHandle(name);
		return true;
	} catch (error) {
		if (isNamed(error, 'NotFoundError')) return false;
		throw error;
	}
}

function isOutdated(error: unknown): boolean {
	return isNamed(error, 'NotReadableError') || isNamed(error, 'NotFoundError');
}

function isNamed(error: unknown, name: string): boolean {
	return error instanceof DOMException && error.name === name;
}
