import { vi } from 'vitest';
import type { Reading } from '@/lib/model';
import type { ReadContext } from '@/lib/networks/adapter';
import { adapter } from '@/lib/networks/instagram';
import type { Scenario, ScenarioMessage } from '../../sites/scenario';

export const languages = ['en', 'de', 'pt-BR', 'tr', 'ar', 'he', 'hi', 'zh-CN', 'ja'] as const;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Draws the stand-in anew in this document, at this address, and waits for it. */
export async function openStandIn(scenario: Scenario, path = '/direct/inbox/'): Promise<void> {
	document.head.replaceChildren();
	document.body.replaceChildren();
	history.replaceState(null, '', path);
	window.scenario = scenario;
	vi.resetModules();
	await import('../../sites/instagram/main');
	await window.site.ready;
}

/** A context as the loop that watches a page makes it; an old page, long since opened. */
export function contextOf(given: Partial<ReadContext> = {}): ReadContext {
	const now = given.now ?? Date.now();
	return {
		document,
		url: new URL(location.href),
		now,
		languages: ['en'],
		openedAt: now - hourMs,
		visible: true,
		memory: new Map(),
		...given,
	};
}

export function readPage(given: Partial<ReadContext> = {}): Promise<Reading> {
	return adapter.read(contextOf(given));
}

/** A small circle of invented people, every kind of message, and more rows than fit. */
export function potters(language = 'en', now = Date.now()): Scenario {
	return {
		seed: 7,
		language,
		people: [
			{ id: 'me', name: 'Mara Holm', handle: 'mara.holm' },
			{ id: 'bea', name: 'Bea Lindgren', handle: 'bea_lindgren' },
			{ id: 'noor', name: 'Noor de Wit', handle: 'noor.dw' },
			{ id: 'yusuf', name: 'يوسف حداد', handle: 'yusuf_h' },
			...Array.from({ length: 20 }, (_, index) => ({
				id: `p${index}`,
				name: `Person ${index}`,
				handle: `person_${index}`,
			})),
		],
		accounts: [{ network: 'instagram', personId: 'me', id: 'mara.holm' }],
		chats: [
			{
				id: 'bea',
				network: 'instagram',
				nativeId: '17842930000000001',
				personIds: ['bea'],
				messages: [
					text('b1', 'bea', 'Is the blue bowl still there?', now - 30 * hourMs),
					text('b2', 'me', 'One is left 💙', now - 30 * hourMs + minuteMs),
					text('b3', 'bea', 'ok', now - 5 * hourMs),
					text('b4', 'bea', 'ok', now - 5 * hourMs + minuteMs),
					text('b5', 'bea', 'Line one\nline two', now - 5 * hourMs + 2 * minuteMs, {
						reactions: ['❤️', '🏺'],
					}),
					text('b6', 'me', 'Yes', now - 5 * hourMs + 3 * minuteMs, {
						quote: { from: 'bea', text: 'Is the blue bowl still there?' },
					}),
				],
			},
			{
				id: 'market',
				network: 'instagram',
				nativeId: '17842930000000002',
				title: 'Market 🛖',
				personIds: ['bea', 'noor', 'yusuf'],
				unread: 2,
				muted: true,
				messages: kinds(now - 2 * hourMs),
			},
			...Array.from({ length: 20 }, (_, index) => ({
				id: `c${index}`,
				network: 'instagram' as const,
				nativeId: `1784293000000010${index}`,
				personIds: [`p${index}`],
				unread: index === 1 ? 1 : 0,
				messages: [text(`c${index}m`, `p${index}`, `Hello ${index}`, now - (index + 6) * hourMs)],
			})),
		],
		events: [],
	};
}

export function text(
	id: string,
	from: string,
	body: string,
	sentAt: number,
	more: Partial<ScenarioMessage> = {},
): ScenarioMessage {
	return { id, from, kind: 'text', text: body, sentAt, ...more };
}

function kinds(at: number): ScenarioMessage[] {
	const one = (
		id: string,
		from: string,
		kind: ScenarioMessage['kind'],
		body?: string,
	): ScenarioMessage => ({
		id,
		from,
		kind,
		...(body !== undefined && { text: body }),
		sentAt: at + Number(id.slice(1)) * minuteMs,
	});
	return [
		one('k0', 'noor', 'text', 'Who has the tent?'),
		one('k1', 'noor', 'photo'),
		one('k2', 'me', 'photo', 'Mine, still wet'),
		one('k3', 'bea', 'video'),
		one('k4', 'yusuf', 'voice'),
		one('k5', 'yusuf', 'sticker'),
		one('k6', 'bea', 'file', 'prices.pdf'),
		one('k7', 'me', 'share', 'Look at this kiln'),
		one('k8', 'noor', 'system', 'Noor named the group Market'),
		one('k9', 'noor', 'unsupported', 'Only in the app'),
		one('k10', 'bea', 'text', 'See you there'),
	];
}
