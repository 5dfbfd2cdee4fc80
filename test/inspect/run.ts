/** `npm run inspect`: what the reader makes of a saved page, as one JSON object. */
import { type InspectArguments, readArguments, usage } from './arguments.ts';
import { networkOf, readPage } from './read-page.ts';

const exitCodes = { read: 0, wrongArguments: 2, otherState: 3, notRecognised: 4 } as const;

/** States of pages on which no messenger is. */
const unrecognised: readonly string[] = ['unknown-page', 'dormant'];

process.exitCode = await inspect();

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
		print({
			network: null,
			state: 'unknown-page',
			layers: { chats: null, messages: null },
			account: null,
			chats: [],
			thread: null,
			problems: ['host-of-no-network'],
		});
		return exitCodes.notRecognised;
	}
	const reading = await readPage(given, network);
	print(reading);
	if (unrecognised.includes(reading.state)) return exitCodes.notRecognised;
	const isRead = reading.chats.length > 0 || (reading.thread?.messages.length ?? 0) > 0;
	return isRead ? exitCodes.read : exitCodes.otherState;
}

function print(reading: object): void {
	process.stdout.write(`${JSON.stringify(reading, null, 2)}\n`);
}
