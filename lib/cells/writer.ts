import * as v from 'valibot';
import { retiredGeneration } from './cell';
import { cellsFailureCodes } from './cells-failure';

const counting = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(retiredGeneration));

/** What a context asks of a writer; no secret is in it, since it may travel by message. */
export const writeRequestSchema = v.object({
	name: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/u)),
	change: v.variant('change', [
		v.object({ change: v.literal('mend') }),
		v.object({ change: v.literal('grow'), count: v.pipe(counting, v.maxValue(10_000_000)) }),
		v.object({
			change: v.literal('efface'),
			refs: v.array(v.object({ index: counting, generation: counting })),
		}),
		v.object({ change: v.literal('efface-all') }),
	]),
});
export type WriteRequest = v.InferOutput<typeof writeRequestSchema>;

export const writeAnswerSchema = v.variant('done', [
	/** How many blocks were damaged or torn, and are whole again. */
	v.object({ done: v.literal(true), mended: v.number() }),
	v.object({ done: v.literal(false), reason: v.picklist(cellsFailureCodes) }),
]);
export type WriteAnswer = v.InferOutput<typeof writeAnswerSchema>;

/** Answers when the change is on disk in both mirrors, or says why it is not; never rejects. */
export type Writer = (request: WriteRequest) => Promise<WriteAnswer>;
