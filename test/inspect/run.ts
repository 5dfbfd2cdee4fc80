/** `npm run inspect`: what the reader makes of a saved page, as one JSON object. */
import type { Inspection } from '../../lib/inspection/inspect-page.ts';
import type { ReaderState } from '../../lib/model.ts';
import { buildExtension } from '../browser/builds.ts';
import { type InspectArguments, readArguments, usage } from './arguments.ts';
import { networkOf, readPage } from './read-page.ts';

const exitCodes = {
	read: 0,
	failed: 1,
	wrongArguments: 2,
	otherState: 3,
	notRecognised: 4,
} as const;

/** An answer is there within 20 s of the build; the rest is for starting and ending. */
const longestMs = 17_500;

/** States of pages on which no messenger is. */
const unrecognised: readonly string[] = ['unknown-page', 'dormant'];

// What a page that is late still does ends with its browser, as this process exits.
process.exit(await inspect());

async function inspect(): Promise<number> {
	let given: InspectArguments;
	try {
		given = readArguments(process.argv.slice(2));
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
		return exitCodes.wrongArguments;
	}
	const network = networkOf(given.url);
	if (!network) {
		await print(unread(null, 'unknown-page', 'host-of-no-network'));
		return exitCodes.notRecognised;
	}
	try {
		await buildExtension(given.browser, 'granted');
		const reading = await within(longestMs, readPage(given, network));
		if (reading === 'late') {
			await print(unread(network, 'loading', 'not-read-in-time'));
			return exitCodes.otherState;
		}
		await print(reading);
		if (unrecognised.includes(reading.state)) return exitCodes.notRecognised;
		const isRead = reading.chats.length > 0 || (reading.thread?.messages.length ?? 0) > 0;
		return isRead ? exitCodes.read : exitCodes.otherState;
	} catch (error) {
		console.error(error);
		await print(unread(network, 'degraded', 'inspection-failed'));
		return exitCodes.failed;
	}
}

async function within<Made>(ms: number, work: Promise<Made>): Promise<Made | 'late'> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<'late'>((resolve) => {
		timer = setTimeout(resolve, ms, 'late');
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Of a page that was not looked at, or not to the end. */
function unread(network: Inspection['network'] | null, state: ReaderState, problem: string) {
	return {
		network,
		state,
		layers: { chats: null, messages: null },
		account: null,
		chats: [],
		thread: null,
		problems: [problem],
	};
}

function print(reading: object): Promise<void> {
	return new Promise((resolve) => {
		process.stdout.write(`${JSON.stringify(reading, null, 2)}\n`, () => resolve());
	});
}
