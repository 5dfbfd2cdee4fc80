import { tellBackground } from '../messaging/tell-background';
import type { Reading, SettledOrder } from '../model';
import { createNewsDesk } from './news';
import { splitReading } from './split-reading';

/** A state that stays the same is told this often. */
const healthMs = 60_000;

/** `guessed`: only now is it known how its dates are to be read; the rest was not sent. */
export type Sent = 'stored' | 'guessed' | 'lost';

export interface Report {
	/** Brings what is new of a reading, and how the reader is doing. */
	send(reading: Reading): Promise<Sent>;
}

interface Listeners {
	/** The network was turned off. */
	onStop: () => void;
	/** The background knows how this account writes dates; returns whether that is news here. */
	onDateOrder: (account: string | null, order: SettledOrder) => boolean;
}

/** Brings readings to the background, each piece of news once. */
export function createReport({ onStop, onDateOrder }: Listeners): Report {
	const takeNews = createNewsDesk();
	let reported = '';

	const sendNews = async (reading: Reading): Promise<Sent> => {
		const { chats, thread, settle } = takeNews(reading);
		for (const capture of splitReading({ ...reading, thread }, chats, Date.now())) {
			const answer = await tellBackground('capture', capture);
			if (answer?.stop) onStop();
			if (!answer?.stored && !answer?.refused) return 'lost';
			const order = reading.dateOrder === undefined && answer.dateOrder;
			if (order && onDateOrder(reading.account, order)) return 'guessed';
		}
		settle();
		return 'stored';
	};

	const sendHealth = async (reading: Reading): Promise<Sent> => {
		const { state, layers, chats, thread, problems } = reading;
		const counts = { chats: chats.length, messages: thread?.messages.length ?? 0 };
		const health = { state, layers, counts, problems: [...new Set(problems)].slice(0, 50) };
		const text = JSON.stringify([health, Math.floor(Date.now() / healthMs)]);
		if (text === reported) return 'stored';
		const answer = await tellBackground('health', { ...health, readAt: Date.now() });
		if (answer?.stop) onStop();
		if (answer) reported = text;
		return answer === null ? 'lost' : 'stored';
	};

	return {
		async send(reading) {
			const news = reading.state === 'dormant' ? 'stored' : await sendNews(reading);
			if (news === 'lost') return 'lost';
			const health = await sendHealth(reading);
			return health === 'lost' ? 'lost' : news;
		},
	};
}
