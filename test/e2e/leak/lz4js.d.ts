declare module 'lz4js' {
	const lz4: {
		/** Returns how many bytes of `target` were written. */
		decompressBlock(
			source: Uint8Array,
			target: Uint8Array,
			sourceIndex: number,
			sourceLength: number,
			targetIndex: number,
		): number;
	};
	export default lz4;
}
