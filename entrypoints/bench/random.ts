/** A stream of numbers in [0, 1) that is the same for the same seed (sfc32, by Chris Doty-Humphrey). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
	let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
	const next: Random = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + sum) | 0;
		return (sum >>> 0) / 2 ** 32;
	};
	// The first numbers still show how small the seed is.
	for (let warm = 0; warm < 12; warm += 1) next();
	return next;
}

/** A whole number below `end`. */
export function below(random: Random, end: number): number {
	return Math.floor(random() * end);
}

/** Normally distributed, mean 0 and deviation 1 (Box and Muller). */
export function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Draws 0, 1, 2 …, each as often as its weight says. */
export function weighted(weights: readonly number[]): (random: Random) => number {
	let sum = 0;
	const ends = Float64Array.from(weights, (weight) => {
		sum += weight;
		return sum;
	});
	return (random) => {
		const at = random() * sum;
		let [low, high] = [0, ends.length - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (at < (ends[middle] ?? sum)) high = middle;
			else low = middle + 1;
		}
		return low;
	};
}

/** How often the first, second, third … of `count` things is met, by Zipf's law. */
export function zipf(count: number, exponent: number): number[] {
	return Array.from({ length: count }, (_, index) => (index + 1) ** -exponent);
}
