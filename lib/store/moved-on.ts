/** The store is no longer at the snapshot that a job began with: it begins again. */
export class MovedOn extends Error {
	override name = 'MovedOn';
}
