import type { Figures, Measured } from '../benchmark.ts';
import type { EngineFigures } from './figures.ts';

export function storeTable(
	figures: Figures<EngineFigures>,
	measured: Record<string, Measured>,
): string {
	return JSON.stringify([figures, measured]);
}
