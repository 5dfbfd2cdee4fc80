/** What the extension's benchmark page can be asked. It answers with numbers by name. */

export interface CorpusOptions {
	seed: number;
	/** Messages. */
	count: number;
}

/** What one case measured in one round: milliseconds, unless the name says otherwise. */
export type Samples = Record<string, number>;

/** A page answers to these, and to nothing else. */
export type Case<Parameters extends unknown[]> = (
	...given: Parameters
) => Samples | Promise<Samples>;

export interface Cases {
	/** Sizes of the corpus itself. */
	describe: Case<[CorpusOptions]>;
	/** Sizes of what a store wrote. */
	describeStored: Case<[databaseName: string]>;
	/** A new store with the whole corpus. */
	fill: Case<[databaseName: string, CorpusOptions]>;
	/** The same, in turns with packing and sealing alone. */
	ingestBesidePacking: Case<[databaseName: string, CorpusOptions]>;
	fput: Case<[databaseName: string]>;
	fread: Case<[databaseName: string]>;
	fcrypt: Case<[databaseName: string]>;
	load: Case<[databaseName: string]>;
	/** Lets go of what `load` holds. */
	unload: Case<[]>;
	firstHits: Case<[databaseName: string]>;
	/** The one flat string that `query` is held against; how many messages have the words. */
	flatten: Case<[CorpusOptions]>;
	query: Case<[]>;
	/** What is found in what is loaded: a wrong answer must not pass for a quick one. */
	found: Case<[]>;
	capture: Case<[databaseName: string]>;
	fillLargeChat: Case<[databaseName: string, size: number]>;
	openLargeChat: Case<[databaseName: string]>;
	deleteBucket: Case<[databaseName: string, count: number]>;
	/** A tenth of the corpus falls due at once, as the background sweeps it. */
	expireTenth: Case<[databaseName: string, CorpusOptions]>;
	/** The product's own database, for its list and its files. */
	fillOwn: Case<[CorpusOptions]>;
	firstPassphrase: Case<[databaseName: string]>;
	changePassphrase: Case<[databaseName: string]>;
	unlockToList: Case<[databaseName: string]>;
	setOwnPassphrase: Case<[]>;
	lockAndUnlock: Case<[]>;
}

/** What the page of the peers' extension can be asked. */
export interface PeerCases {
	/** Holds the corpus ready. */
	make: Case<[CorpusOptions]>;
	create: Case<[peer: string]>;
	/** Messages from one place to another. */
	put: Case<[peer: string, from: number, to: number]>;
	/** Every text, from a database that was closed before. */
	load: Case<[peer: string]>;
}
