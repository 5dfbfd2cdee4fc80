import type { Bytes } from '@/lib/vault/bytes';
import type { Mirror } from './mirror';

/** Of the File System standard; TypeScript knows it in its types for workers only. */
export interface SyncHandle {
	read(buffer: Bytes, options: { at: number }): number;
	write(buffer: Bytes, options: { at: number }): number;
	flush(): void;
	getSize(): number;
	close(): void;
}

interface SyncFileHandle extends FileSystemFileHandle {
	createSyncAccessHandle(): Promise<SyncHandle>;
}

/** Only workers have them, and not in every browser; asked before any file is made. */
export function canOverwrite(): boolean {
	return (
		typeof FileSystemFileHandle !== 'undefined' &&
		'createSyncAccessHandle' in FileSystemFileHandle.prototype
	);
}

export function openSyncHandle(file: FileSystemFileHandle): Promise<SyncHandle> {
	return (file as SyncFileHandle).createSyncAccessHandle();
}

export function mirrorOn(handle: SyncHandle): Mirror {
	return {
		read() {
			const bytes = new Uint8Array(handle.getSize());
			return bytes.subarray(0, handle.read(bytes, { at: 0 }));
		},
		write(bytes, at) {
			const written = handle.write(bytes, { at });
			if (written < bytes.length) throw new DOMException('The disk is full.', 'QuotaExceededError');
		},
		flush: () => handle.flush(),
	};
}
