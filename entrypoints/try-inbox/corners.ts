import { dayMs, hourMs, type MessageKind, type Moment, weekMs } from '@/lib/model';
import type { Furniture, Line } from './furnish';

/** What stretches a list and a chat the most: of everything the longest, the rarest, the least sure. */
export function corners(now: number): Furniture[] {
	return [
		{
			network: 'whatsapp',
			title: 'Everything at once',
			minutesAgo: 5,
			chat: { unread: 3, group: true, pinned: true, timer: weekMs, own: { labels: allLabels } },
			lines: everything(now),
		},
		{
			network: 'messenger',
			title: 'Flohmarkt Lindenhof',
			minutesAgo: 40,
			chat: { unread: 12_840, group: true, own: { labels: ['Family'] } },
			lines: [['Roswitha von Altenburg-Hohenstein', 'Wer nimmt den Schrank? 🪑']],
		},
		{
			network: 'whatsapp',
			title: 'Isolde',
			account: 'studio',
			minutesAgo: 50,
			chat: { unread: 1, muted: true, own: { labels: ['Orders'] } },
			lines: [['Isolde', 'Two of the tall vases, please']],
		},
		{
			network: 'instagram',
			title: 'vera.paints',
			minutesAgo: 3 * 60,
			chat: {
				unread: null,
				lastActivity: { from: now - 6 * hourMs, to: now - 4 * hourMs, precision: 'interval' },
				isBehind: true,
			},
			lines: [['vera.paints', 'The exhibition opens on Friday']],
		},
		{
			network: 'instagram',
			title: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenträgerverein',
			minutesAgo: 30 * 60,
			chat: { muted: true, pinned: false, own: { read: true }, unread: 8 },
			lines: [['me', 'ThisIsOneWordThatHasNoPlaceToBreakAndGoesOnUntilNobodyCanSeeItsEndAnyMore']],
		},
		{
			network: 'messenger',
			title: 'שירה לוי',
			minutesAgo: 33 * 60,
			chat: { own: { snooze: { untilAt: now + dayMs } } },
			lines: [['שירה לוי', 'נתראה ביום שישי']],
		},
		{
			network: 'whatsapp',
			title: 'Old landlord',
			minutesAgo: 10 * 24 * 60,
			chat: { archived: true },
			lines: [['Old landlord', 'The deposit is on its way']],
		},
	];
}

const allLabels = ['Family', 'A label as long as any label may ever be', 'Orders', 'Choir'];

const at = (from: number | null, to: number | null): { sentAt: Moment } => ({
	sentAt: { from, to, precision: from === null && to === null ? 'unknown' : 'interval' },
});

const kinds: readonly MessageKind[] = [
	'photo',
	'video',
	'voice',
	'sticker',
	'file',
	'share',
	'call',
];

function everything(now: number): Line[] {
	const longAgo = now - 3 * dayMs;
	return [
		['Ben Okafor', 'Some day before Friday', at(longAgo - 2 * dayMs, longAgo)],
		['Clara Voss', 'Nobody knows when', at(null, null)],
		['Ben Okafor', 'Ben named the group “Everything at once”', { kind: 'system' }],
		...kinds.map(
			(kind, index): Line => [index % 3 === 2 ? 'me' : 'Clara Voss', '', { kind, text: null }],
		),
		['Clara Voss', 'minutes-of-the-meeting-with-all-neighbours-final-2.pdf', { kind: 'file' }],
		[
			'Clara Voss',
			'In the last light',
			{ kind: 'photo', reactions: ['👍', '❤️', '😂', '😮', '🙏'] },
		],
		['Ben Okafor', '', { kind: 'unsupported', text: null }],
		['someone', 'Who said this? 🤔', { side: 'unknown', sender: null }],
		['me', '', { kind: 'deleted', deleted: true, text: null }],
		['Ben Okafor', 'A text of which only the beginning was on the', { truncated: true }],
		['me', 'Corrected twice', { edited: true, quote: 'A quote that runs on and on. '.repeat(12) }],
		[
			'Clara Voss',
			'Between five and six',
			{ ...at(now - 2 * hourMs, now - hourMs), gapBefore: true },
		],
		['Clara Voss', `${'A long story with many words that goes on. '.repeat(40)}\n\nThe end.`],
		['me', 'https://example.org/a/very/long/address/without/any/break/'.padEnd(160, 'x')],
		['Ben Okafor', '🎉🎉🎉'],
	];
}
