import * as v from 'valibot';

/**
 * What fits a schema, as a copy. The error names only the place of the fault: the
 * schema's own would carry the value, which is somebody's message.
 */
export function checked<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
): v.InferOutput<Schema> {
	const result = v.safeParse(schema, value);
	if (result.success) return result.output;
	const place = v.getDotPath(result.issues[0]) ?? 'its root';
	throw new TypeError(`does not fit its schema at ${place}`);
}
