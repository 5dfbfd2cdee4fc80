import { dayMs, hourMs, weekMs } from '@/lib/model';
import type { Furniture, Line } from './furnish';

/** A house full of invented people, with one of everything that a view has to draw. */
export function house(): Furniture[] {
	return [
		{
			network: 'whatsapp',
			title: 'Anna Marsh',
			minutesAgo: 12,
			chat: { unread: 2, pinned: true, timer: weekMs },
			lines: anna,
		},
		{
			network: 'messenger',
			title: 'Weekend Hikers',
			minutesAgo: 96,
			chat: { unread: 5, group: true },
			lines: hikers,
		},
		{
			network: 'instagram',
			title: 'lena.k',
			minutesAgo: 174,
			chat: { unread: true, timer: dayMs },
			lines: [
				['me', 'Did the glaze come out of the kiln?'],
				['lena.k', 'Tomorrow morning. I can hardly wait'],
				[
					'lena.k',
					'The blue one cracked a little, the green one is perfect',
					{ reactions: ['💚'] },
				],
			],
		},
		{
			network: 'whatsapp',
			title: 'Dad',
			minutesAgo: 410,
			lines: [
				['Dad', '', { kind: 'voice', text: null }],
				['me', 'Listened to it twice. Call you tonight'],
			],
			preview: { text: 'Listened to it twice. Call you tonight', side: 'mine' },
		},
		{
			network: 'messenger',
			title: 'Nora Jelinek',
			minutesAgo: 26 * 60,
			chat: { unread: 1 },
			lines: [
				['Nora Jelinek', '', { kind: 'photo', text: null }],
				['Nora Jelinek', 'From the tower, in the last light'],
			],
		},
		{
			network: 'whatsapp',
			title: 'Tischlerei Sommer',
			minutesAgo: 29 * 60,
			chat: { timer: 'off' },
			lines: [
				['me', 'Guten Tag, wann wäre das Regal fertig?'],
				['Tischlerei Sommer', 'Das Angebot kommt morgen, das Regal in drei Wochen.'],
			],
		},
		{
			network: 'whatsapp',
			title: 'Haus 14 🏡',
			minutesAgo: 31 * 60,
			chat: { unread: 14, muted: true, group: true },
			lines: [
				['Piet Vollmer', 'Wer hat den Kellerschlüssel?'],
				['Ines Brandt', 'Hängt wieder am Brett'],
			],
		},
		{
			network: 'instagram',
			title: 'يوسف حداد',
			minutesAgo: 2 * 24 * 60,
			lines: [
				['يوسف حداد', 'وصلت الصور، شكراً جزيلاً! 🌷'],
				['me', 'بكل سرور'],
				['يوسف حداد', 'نراكم يوم الجمعة في السابعة'],
			],
		},
		{
			network: 'messenger',
			title: 'The committee for the summer festival of the old town and its neighbours',
			minutesAgo: 3 * 24 * 60,
			chat: { group: true, unread: 0 },
			lines: [
				[
					'Maximilian Featherstonehaugh-Cholmondeley',
					'The stage is booked from noon on, the lights from eight; whoever brings a cake, please tell Grace before Thursday',
				],
			],
		},
		{
			network: 'whatsapp',
			title: '森 花子',
			minutesAgo: 4 * 24 * 60,
			lines: [['森 花子', '来週の展示会、楽しみにしています']],
		},
		{
			network: 'instagram',
			title: 'Café Morgenrot',
			minutesAgo: 5 * 24 * 60,
			chat: { lastActivity: { from: null, to: null, precision: 'unknown' } },
			lines: [],
			preview: null,
		},
		...neighbours,
	];
}

const anna: readonly Line[] = [
	['Anna Marsh', 'Good morning! The plumber is here'],
	['me', 'At last'],
	['Anna Marsh', '', { kind: 'photo', text: null }],
	['Anna Marsh', 'That was behind the wall'],
	['me', 'Oh no'],
	['me', 'How long will it take?', { edited: true }],
	['Anna Marsh', 'He says by noon. I made him coffee'],
	['Anna Marsh', 'This message was deleted', { kind: 'deleted', deleted: true, text: null }],
	['Anna Marsh', 'Did the plumber come by?', { gapBefore: true }],
	['me', 'He did. Kitchen is dry again', { reactions: ['🎉', '❤️'] }],
	['me', 'Owe you a dinner'],
	[
		'Anna Marsh',
		'Tonight? I’m near you until eight, and there is that new place by the canal: https://canal-kitchen.example/menu',
		{ quote: 'Owe you a dinner' },
	],
	['Anna Marsh', 'See you at six then?'],
];

const hikers: readonly Line[] = [
	['Ben Okafor', 'Sunday looks dry. The ridge or the lake?'],
	['Clara Voss', 'Lake! My knee votes too'],
	['me', 'Lake it is. Who drives?'],
	['Ben Okafor', 'I have four seats'],
	['Clara Voss', '', { kind: 'file', text: 'route-around-the-lake.gpx' }],
	['Ben Okafor', 'Bring water, the hut is closed', { reactions: ['👍', '👍', '💧'] }],
];

/** Enough of them that the list is longer than any frame. */
const neighbours: readonly Furniture[] = [
	['Kemal Aydın', 'Salı günü uğrarım'],
	['Grace Okafor', 'Altos, you were wonderful tonight'],
	['Rafael Souza', 'Chegou tudo certinho, obrigado!'],
	['Frieda Lorenz', 'Der Kuchen ist schon im Ofen 🍰'],
	['Tom Ashworth', 'Platform 4, ten past six'],
	['Noor de Wit', 'Tot zaterdag'],
	['Lucía Ferrer', '¿Quedamos a las nueve?'],
	['Opa Heinz', 'Ich habe jetzt auch so ein Telefon'],
].map(([title = '', text = ''], index) => ({
	network: (['whatsapp', 'messenger', 'instagram'] as const)[index % 3] ?? 'whatsapp',
	title,
	minutesAgo: (6 + index) * (dayMs / 60_000) + index * (hourMs / 60_000),
	lines: [[title, text]],
}));
