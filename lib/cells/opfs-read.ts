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
	const names = mirrorNames(name);
	const [a, b] = await Promise.all([readFile(names.a), readFile(names.b)]);
	return { a, b };
}

async function readFile(name: string): Promise<Bytes> {
	try {
		const file = await (await handleOf(name)).getFile();
		return new Uint8Array(await file.arrayBuffer());
	} catch (error) {
		handles.delete(name);
		if (isNamed(error, 'NotFoundError') && !(await hasFile(name))) return new Uint8Array(0);
		throw error;
	}
}

/** A handle names a file and reads nothing: asking for it again would be two answers to wait for. */
const handles = new Map<string, Promise<FileSystemFileHandle>>();

function handleOf(name: string): Promise<FileSystemFileHandle> {
	const known = handles.get(name) ?? openHandle(name);
	handles.set(name, known);
	return known;
}

async function openHandle(name: string): Promise<FileSystemFileHandle> {
	return (await navigator.storage.getDirectory()).getFileHandle(name);
}

/** A `File` that was written since says "not found" as well, though its file is there. */
async function hasFile(name: string): Promise<boolean> {
	try {
		await openHandle(name);
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
