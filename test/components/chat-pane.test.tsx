// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ChatPane, type ChatPaneProps } from '@/components/ChatPane';
import { LostDaysContext } from '@/components/lock/lost-days';
import type { LostDays } from '@/lib/inbox/lost-days';
import { dayMs, hourMs, type ShownMessage, weekMs } from '@/lib/model';
import { speak } from './catalogue';
import { exactly, makeMessage, makeRow, now } from './rows';

beforeAll(() => speak('en', 'en_GB'));
afterEach(cleanup);

const whole = { hasOlder: false, hasNewer: false, isLoading: false, start: { at: 'end' } } as const;

const show = (
	messages: ShownMessage[],
	props: Partial<ChatPaneProps> = {},
	lostDays: LostDays = [],
) => {
	const calls = {
		onBack: vi.fn(),
		onOlder: vi.fn(),
		onNewer: vi.fn(),
		onEnd: vi.fn(),
		onSetTimer: vi.fn(),
		onOpenNetwork: vi.fn(),
	};
	render(
		<LostDaysContext.Provider value={lostDays}>
			<ChatPane
				row={makeRow({}, { messageCount: messages.length })}
				chat={{ ...whole, messages }}
				defaultTimer={4 * weekMs}
				now={now}
				foundKey={null}
				{...calls}
				{...props}
			/>
		</LostDaysContext.Provider>,
	);
	return calls;
};

const items = () => screen.getAllByRole('listitem');

describe('an open chat', () => {
	it('has its name as heading, with the focus on it, and says as of when it was seen', () => {
		show([makeMessage()]);
		const heading = screen.getByRole('heading', { name: 'Ann' });
		expect(document.activeElement).toBe(heading);
		expect(screen.getByText(/as of 12:00/u)).toBeTruthy();
	});

	it('gives when, who and what of several messages that are copied, and words alone of one', () => {
		const at = (minute: number) => exactly(new Date(2026, 10, 23, 11, minute).getTime());
		show([
			makeMessage({ text: 'Did the plumber come?', sentAt: at(1), reactions: ['🎉'] }),
			makeMessage({ side: 'mine', text: 'He did.\nAt noon', sentAt: at(2), quote: 'Did the' }),
			makeMessage({ kind: 'photo', text: null, sentAt: at(3) }),
			makeMessage({ text: 'Good', sentAt: at(4) }),
		]);
		const words = [...document.querySelectorAll('[data-part=text]')];
		const node = (index: number) => words[index]?.firstChild ?? document.body;
		const copy = (from: [Node, number], to: [Node, number]): string | undefined => {
			getSelection()?.setBaseAndExtent(...from, ...to);
			const event = new Event('copy', { bubbles: true, cancelable: true });
			const clipboardData = { setData: vi.fn() };
			words[0]?.dispatchEvent(Object.assign(event, { clipboardData }));
			return clipboardData.setData.mock.calls[0]?.[1];
		};
		expect(copy([node(0), 8], [node(2), 4])).toBe(
			[
				'[23/11/2026, 11:01] Ann: plumber come?',
				'[23/11/2026, 11:02] You: He did.\nAt noon',
				'[23/11/2026, 11:03] Ann: Photo',
				'[23/11/2026, 11:04] Ann: Good',
			].join('\n'),
		);
		expect(copy([node(0), 0], [node(0), 3])).toBe('Did');
	});

	it('keeps what is mine apart from what is theirs, and says where that is unknown', () => {
		show([
			makeMessage({ side: 'mine', text: 'from me' }),
			makeMessage({ text: 'from Ann' }),
			makeMessage({ side: 'unknown', text: 'from whom?' }),
		]);
		expect(items().map((item) => item.dataset.side)).toEqual(['mine', 'theirs', 'unknown']);
		expect(items().map((item) => item.querySelector('[data-part=sender]')?.textContent)).toEqual([
			'You',
			'Ann',
			'Sender unknown',
		]);
	});

	it('says of a gap that Stube was locked, where something of its days had to go unread', () => {
		const ago = (days: number) => exactly(now - days * dayMs);
		show(
			[
				makeMessage({ text: 'long before', sentAt: ago(9) }),
				makeMessage({ text: 'before', sentAt: ago(6), gapBefore: true }),
				makeMessage({ text: 'after', sentAt: ago(2), gapBefore: true }),
			],
			{},
			[Math.floor(now / dayMs) - 4],
		);
		const gaps = [...document.querySelectorAll('[data-part=gap]')];
		expect(gaps.map(({ textContent }) => textContent)).toEqual([
			'What came in between was not seen',
			'Not read here: Stube was locked',
		]);
	});

	it('draws a gap between what was seen, before the heading of a day that begins with it', () => {
		const yesterday = now - 24 * hourMs;
		show([
			makeMessage({ text: 'old', sentAt: exactly(yesterday) }),
			makeMessage({ text: 'later', sentAt: exactly(yesterday), gapBefore: true }),
			makeMessage({ text: 'today', sentAt: exactly(now), gapBefore: true }),
		]);
		const parts = [
			...document.querySelectorAll('[data-part=gap], h3, [data-kind] [data-part=text]'),
		];
		expect(parts.map((part) => part.textContent)).toEqual([
			'Yesterday',
			'old',
			'What came in between was not seen',
			'later',
			'What came in between was not seen',
			'Today',
			'today',
		]);
	});

	it('says where its newest part was not seen, with the way there', () => {
		const listed = { readTo: exactly(now - hourMs), lastActivity: exactly(now) };
		const { onOpenNetwork } = show([makeMessage()], { row: makeRow(listed) });
		expect(screen.getByText(/What is newer in WhatsApp was not seen\./u)).toBeTruthy();
		fireEvent.click(screen.getByRole('button', { name: 'Open WhatsApp' }));
		expect(onOpenNetwork).toHaveBeenCalledWith('whatsapp');
	});

	it('names senders where several people write, and not above each line of a chat of two', () => {
		const row = makeRow({ group: null });
		const shownNames = () =>
			items().map((item) => item.querySelector('.message-sender')?.textContent ?? null);
		show([makeMessage({ sender: 'Annie' }), makeMessage({ side: 'mine' })], { row });
		expect(shownNames()).toEqual([null, null]);
		cleanup();
		show([makeMessage({ sender: 'Annie' }), makeMessage({ sender: 'Ben' })], { row });
		expect(shownNames()).toEqual(['Annie', 'Ben']);
	});

	it('puts messages under their days and says what times are uncertain', () => {
		show([
			makeMessage({ sentAt: { from: null, to: null, precision: 'unknown' } }),
			makeMessage({ sentAt: exactly(now - 24 * hourMs) }),
			makeMessage({
				sentAt: { from: now - 2 * hourMs, to: now - hourMs, precision: 'interval' },
			}),
			makeMessage({ sentAt: { from: null, to: now - hourMs, precision: 'interval' } }),
		]);
		const days = screen.getAllByRole('heading', { level: 3 });
		expect(days.map((day) => day.textContent)).toEqual(['Day unknown', 'Yesterday', 'Today']);
		expect(items().map((item) => item.querySelector('[data-part=time]')?.textContent)).toEqual([
			'time unknown',
			'12:00',
			'about 10:30',
			'before 11:00',
		]);
	});

	it('names kinds that only the messenger shows, and what was deleted', () => {
		const { onOpenNetwork } = show([
			makeMessage({ kind: 'photo', text: 'the caption' }),
			makeMessage({ kind: 'text', deleted: true, text: 'taken back' }),
		]);
		const [photo, deleted] = items();
		expect(photo?.textContent).toContain('PhotoOpen WhatsApp');
		fireEvent.click(within(photo as HTMLElement).getByRole('button', { name: 'Open WhatsApp' }));
		expect(onOpenNetwork).toHaveBeenCalledWith('whatsapp');
		expect(photo?.textContent).toContain('the caption');
		expect(deleted?.textContent).toContain('This message was deleted');
		expect(deleted?.textContent).not.toContain('taken back');
	});

	it('shows quotes, edits and reactions', () => {
		show([makeMessage({ quote: 'Owe you a dinner', edited: true, reactions: ['❤️', '2 😂'] })]);
		const item = items()[0];
		expect(item?.querySelector('blockquote')?.textContent).toBe('Owe you a dinner');
		expect(item?.textContent).toContain('edited');
		const reactions = screen.getByRole('list', { name: 'Reactions' });
		expect(within(reactions).getAllByRole('listitem')).toHaveLength(2);
	});

	it('folds long texts and shows all of one on request', () => {
		const text = 'word '.repeat(20_000);
		show([makeMessage({ text })]);
		const body = () => document.querySelector('[data-part=text]')?.textContent ?? '';
		expect(body().length).toBeLessThan(1_600);
		fireEvent.click(screen.getByRole('button', { name: 'Show all (100,000 characters)' }));
		expect(body()).toBe(text);
	});

	it('never turns text into markup, and opens web addresses without saying where from', () => {
		show([
			makeMessage({
				text: '<b>bold</b> javascript:alert(1) see https://example.org/a?b=1).',
			}),
		]);
		expect(document.querySelector('[data-part=text] b')).toBeNull();
		const links = screen.getAllByRole('link');
		expect(links.map((link) => link.textContent)).toEqual(['https://example.org/a?b=1']);
		expect(links[0]?.getAttribute('rel')).toContain('noreferrer');
	});

	it('says what goes next, or that messages stay', () => {
		show([makeMessage()]);
		expect(screen.getByText('next message goes in 2 days')).toBeTruthy();
		cleanup();
		show([makeMessage()], { row: makeRow({}, { nextExpiryAt: null, timer: 'off' }) });
		expect(screen.getByText('messages stay')).toBeTruthy();
	});

	it('explains itself when nothing is kept of it', () => {
		const { onOpenNetwork } = show([], { row: makeRow({}, { messageCount: 0 }) });
		fireEvent.click(screen.getByRole('button', { name: 'Open WhatsApp' }));
		expect(onOpenNetwork).toHaveBeenCalledWith('whatsapp');
	});

	it('loads older messages on demand', () => {
		const { onOlder } = show([makeMessage()], {
			chat: { ...whole, messages: [makeMessage()], hasOlder: true },
		});
		fireEvent.click(screen.getByRole('button', { name: 'Show older messages' }));
		expect(onOlder).toHaveBeenCalled();
	});
});

describe('the timer', () => {
	const open = () => fireEvent.click(screen.getByRole('button', { name: 'Timer: 4 weeks' }));
	const chosenTimer = () =>
		within(screen.getByRole('radiogroup', { name: 'Timer for this chat' })).getByRole('radio', {
			checked: true,
		});
	const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));

	it('is chosen from the pill and set on request', () => {
		const { onSetTimer } = show([makeMessage()]);
		open();
		expect(chosenTimer().textContent).toBe('Default (4 weeks)');
		expect(screen.getByText(/The default for all chats applies/u)).toBeTruthy();
		choose('1 week');
		expect(onSetTimer).not.toHaveBeenCalled();
		fireEvent.click(screen.getByRole('button', { name: 'Set timer' }));
		expect(onSetTimer).toHaveBeenCalledWith('key-Ann', weekMs);
		expect(screen.queryByRole('dialog')).toBeNull();
	});

	it('says what a shorter one deletes before it does', () => {
		const { onSetTimer } = show([
			makeMessage({ sentAt: exactly(now - 2 * hourMs) }),
			makeMessage({ sentAt: exactly(now - 60_000) }),
		]);
		open();
		choose('1 hour');
		expect(screen.getByText('1 message stored here is older and goes at once.')).toBeTruthy();
		fireEvent.click(screen.getByRole('button', { name: 'Set timer and delete' }));
		expect(onSetTimer).toHaveBeenCalledWith('key-Ann', hourMs);
	});

	it('takes a number and a unit, and nothing that is no number', () => {
		const { onSetTimer } = show([makeMessage()]);
		open();
		choose('Custom');
		const count = screen.getByRole('textbox', { name: 'Number' });
		const set = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Set timer' });
		fireEvent.input(count, { target: { value: 'soon' } });
		expect(set().disabled).toBe(true);
		fireEvent.input(count, { target: { value: '90' } });
		fireEvent.change(screen.getByRole('combobox', { name: 'Unit' }), {
			target: { value: 'minute' },
		});
		fireEvent.click(set());
		expect(onSetTimer).toHaveBeenCalledWith('key-Ann', 90 * 60_000);
	});

	it('returns to the default', () => {
		const { onSetTimer } = show([makeMessage()], {
			row: makeRow({ timer: weekMs }, { timer: weekMs, timerFrom: 'chat' }),
		});
		fireEvent.click(screen.getByRole('button', { name: 'Timer: 1 week' }));
		choose('Default (4 weeks)');
		fireEvent.click(screen.getByRole('button', { name: 'Set timer' }));
		expect(onSetTimer).toHaveBeenCalledWith('key-Ann', null);
	});

	it('runs from sending, or from first reading here', () => {
		const { onSetTimer } = show([makeMessage()]);
		fireEvent.click(screen.getByRole('button', { name: /^Timer/u }));
		choose('1 week');
		choose('from reading');
		expect(screen.getByText(/1 week after you first read it here/u)).toBeTruthy();
		fireEvent.click(screen.getByRole('button', { name: 'Set timer' }));
		expect(onSetTimer).toHaveBeenCalledWith('key-Ann', 7 * 24 * hourMs, 'read');
	});

	it('is chosen by arrow keys, and Escape leaves it as it was', () => {
		const { onSetTimer, onBack } = show([makeMessage()]);
		open();
		const checked = chosenTimer();
		fireEvent.keyDown(checked, { key: 'ArrowDown' });
		expect(chosenTimer().textContent).toBe('Off');
		fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
		expect(screen.queryByRole('dialog')).toBeNull();
		expect(onSetTimer).not.toHaveBeenCalled();
		expect(onBack).not.toHaveBeenCalled();
	});
});
