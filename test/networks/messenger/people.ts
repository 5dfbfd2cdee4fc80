import type { Scenario, ScenarioChat, ScenarioMessage } from '../../sites/scenario';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A small inbox with every kind of message; times are odd, so that rounding would show. */
export function smallInbox(now: number, language = 'en'): Scenario {
	return {
		seed: 7,
		language,
		people: [
			{ id: 'me', name: 'Ida Berg' },
			{ id: 'noa', name: 'Noa Lind' },
			{ id: 'sam', name: 'Sam Okello' },
			{ id: 'rut', name: 'Rut Amsel' },
		],
		accounts: [{ network: 'messenger', personId: 'me', id: '100012345678901' }],
		chats: [kinds(now), choir(now), secret(now), quiet(now)],
		events: [],
	};
}

const at = (now: number, minutesAgo: number): number => now - minutesAgo * minuteMs - 12_345;

function kinds(now: number): ScenarioChat {
	const from = (
		id: string,
		person: string,
		minutesAgo: number,
		more: Partial<ScenarioMessage>,
	): ScenarioMessage => ({
		id: `kinds-${id}`,
		from: person,
		kind: 'text',
		sentAt: at(now, minutesAgo),
		...more,
	});
	return {
		id: 'kinds',
		network: 'messenger',
		nativeId: '100000000000011',
		personIds: ['noa'],
		messages: [
			from('old', 'noa', 12 * 24 * 60, { text: 'From last week' }),
			from('week', 'me', 3 * 24 * 60, { text: 'Three days back' }),
			from('hi', 'noa', 190, { text: 'Hello 👋🏽 there\nsecond line' }),
			from('again', 'noa', 189, { text: 'Hello 👋🏽 there\nsecond line' }),
			from('glyphs', 'me', 180, { text: '😂👩‍👩‍👧🇩🇪' }),
			from('reply', 'me', 170, {
				text: 'I answer',
				quote: { from: 'noa', text: 'Hello 👋🏽 there' },
				reactions: ['❤️', '😆'],
			}),
			from('back', 'noa', 165, { text: 'And I', quote: { from: 'me', text: 'I answer' } }),
			from('story', 'me', 163, { text: 'Nice story', quote: { from: 'noa', text: '' } }),
			from('link', 'noa', 160, { text: 'see https://stube.example/a?b=1' }),
			from('photo', 'noa', 150, { kind: 'photo' }),
			from('caption', 'me', 149, { kind: 'photo', text: 'With a caption' }),
			from('video', 'me', 140, { kind: 'video' }),
			from('voice', 'noa', 130, { kind: 'voice' }),
			from('sticker', 'me', 120, { kind: 'sticker' }),
			from('file', 'noa', 110, { kind: 'file', text: 'plan.pdf' }),
			from('share', 'me', 100, { kind: 'share', text: 'Look at this' }),
			from('bare', 'noa', 99, { kind: 'share' }),
			from('call', 'noa', 90, { kind: 'call', text: 'Missed call' }),
			from('system', 'noa', 80, { kind: 'system', text: 'Noa named the group 🎶' }),
			from('gone', 'noa', 70, { kind: 'deleted' }),
			from('edited', 'me', 60, { text: 'Better words', edited: true }),
			from('odd', 'noa', 50, { kind: 'unsupported' }),
			from('end', 'noa', 40, { text: 'At 16:15, You: not a label', reactions: ['👍'] }),
		],
	};
}

function choir(now: number): ScenarioChat {
	const people = ['noa', 'sam', 'me', 'rut'];
	return {
		id: 'choir',
		network: 'messenger',
		nativeId: '7203944871120331',
		title: 'Choir 🎶',
		personIds: ['noa', 'sam', 'rut'],
		group: true,
		unread: true,
		muted: true,
		messages: Array.from({ length: 70 }, (_one, index) => ({
			id: `choir-${index}`,
			from: people[index % 4] ?? 'me',
			kind: 'text' as const,
			text: `Line ${index}`,
			sentAt: at(now, 300 + (70 - index) * 3),
		})),
	};
}

function secret(now: number): ScenarioChat {
	return {
		id: 'secret',
		network: 'messenger',
		nativeId: '27724009533944398',
		personIds: ['sam'],
		encrypted: true,
		unread: 2,
		messages: [
			{ id: 'secret-1', from: 'sam', kind: 'text', text: 'Psst', sentAt: at(now, 65) },
			{ id: 'secret-2', from: 'me', kind: 'text', text: 'What?', sentAt: at(now, 64) },
			{ id: 'secret-3', from: 'sam', kind: 'text', text: 'You: Ok', sentAt: at(now, 2) },
		],
	};
}

function quiet(now: number): ScenarioChat {
	return {
		id: 'quiet',
		network: 'messenger',
		nativeId: '100000000000044',
		personIds: ['rut'],
		messages: [
			{
				id: 'quiet-1',
				from: 'me',
				kind: 'text',
				text: 'Happy new year',
				sentAt: now - 20 * dayMs,
			},
		],
	};
}
