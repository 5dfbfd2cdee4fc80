import type { Bytes } from './bytes';

const kilobyte = 1024;
const firstSteps = [1, 2, 4, 8, 12, 16].map((size) => size * kilobyte);
const laterStep = 4 * kilobyte;
/** The content's length stands in front of it, big-endian. */
const lengthBytes = 4;

/** What a plaintext of this length occupies: 1, 2, 4, 8, 12, 16 KB, then steps of 4 KB. */
export function paddedLength(contentLength: number): number {
	const needed = contentLength + lengthBytes;
	return firstSteps.find((step) => needed <= step) ?? Math.ceil(needed / laterStep) * laterStep;
}

/** Hides the length of a plaintext within its step, or within `length` where one is given. */
export function pad(content: Bytes, length = paddedLength(content.length)): Bytes {
	if (content.length + lengthBytes > length)
		throw new RangeError('content longer than its padding');
	const padded = new Uint8Array(length);
	new DataView(padded.buffer).setUint32(0, content.length);
	padded.set(content, lengthBytes);
	return padded;
}

export function unpad(padded: Bytes): Bytes {
	const view = new DataView(padded.buffer, padded.byteOffset, padded.byteLength);
	const length = view.getUint32(0);
	if (length > padded.length - lengthBytes) throw new RangeError('padding damaged');
	return padded.subarray(lengthBytes, lengthBytes + length);
}
