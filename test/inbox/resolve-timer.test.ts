import { describe, expect, test } from 'vitest';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import { dayMs, hourMs, type Settings, weekMs } from '@/lib/model';

const settings: Settings = { defaultTimer: 4 * weekMs, networkTimers: { whatsapp: weekMs } };

describe('the timer of a chat', () => {
	test('is its own, else that of its network, else the one for all', () => {
		const rule = (chat: Parameters<typeof resolveTimer>[0]) => resolveTimer(chat, settings);
		expect(rule({ network: 'whatsapp', timer: 'off' })).toEqual({
			timer: 'off',
			timerFrom: 'chat',
			lifespan: 'off',
		});
		expect(rule({ network: 'whatsapp' })).toMatchObject({ timer: weekMs, timerFrom: 'network' });
		expect(rule({ network: 'messenger' })).toMatchObject({
			timer: 4 * weekMs,
			timerFrom: 'default',
		});
	});

	test('is never longer than the one that its network shows', () => {
		const theirs = { network: 'whatsapp', networkTimerMs: dayMs } as const;
		const short = { timer: dayMs, timerFrom: 'theirs', lifespan: dayMs };
		expect(resolveTimer(theirs, settings)).toEqual(short);
		expect(resolveTimer({ ...theirs, timer: 'off' }, settings)).toEqual(short);
		expect(resolveTimer({ ...theirs, timer: hourMs }, settings)).toEqual({
			timer: hourMs,
			timerFrom: 'chat',
			lifespan: hourMs,
		});
	});

	test('runs from first reading where the chat says so, that of its network from sending', () => {
		const chat = { network: 'whatsapp', clock: 'read' } as const;
		expect(resolveTimer(chat, settings).lifespan).toEqual({ sent: 'off', read: weekMs });
		expect(resolveTimer({ ...chat, networkTimerMs: dayMs }, settings)).toEqual({
			timer: dayMs,
			timerFrom: 'theirs',
			lifespan: { sent: dayMs, read: weekMs },
		});
		expect(resolveTimer({ ...chat, timer: 'off' }, settings).lifespan).toBe('off');
	});
});
