// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TimerDeskContext } from '@/components/timer-desk';
import { WelcomeTimer } from '@/components/WelcomeTimer';
import { weekMs } from '@/lib/model';
import { speak } from './catalogue';

beforeEach(() => speak('en', 'en_GB'));
afterEach(cleanup);

function show({ going = 0, unkept = 0 }) {
	const onSet = vi.fn();
	const desk = {
		settings: { defaultTimer: 4 * weekMs },
		choose: () => undefined,
		countGoing: async () => going,
	};
	render(
		<TimerDeskContext.Provider value={desk}>
			<WelcomeTimer timer={4 * weekMs} unkept={unkept} onSet={onSet} />
		</TimerDeskContext.Provider>,
	);
	return onSet;
}

const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));

it('sets the default by one click', async () => {
	const onSet = show({});
	expect(screen.getByRole('radio', { name: '4 weeks' }).getAttribute('aria-checked')).toBe('true');
	choose('1 week');
	await vi.waitFor(() => expect(onSet).toHaveBeenCalledWith(weekMs));
});

it('asks first where that deletes what is stored, with the number', async () => {
	const onSet = show({ going: 3 });
	choose('1 week');
	const button = await screen.findByRole('button', { name: 'Set timer and delete' });
	expect(screen.getByText('3 messages stored here are older and go at once.')).toBeTruthy();
	expect(onSet).not.toHaveBeenCalled();
	fireEvent.click(button);
	expect(onSet).toHaveBeenCalledWith(weekMs);
});

it('says how many older messages were seen and not kept, and why', () => {
	show({ unkept: 12 });
	expect(screen.getByRole('status').textContent).toBe(
		'12 older messages were seen and not kept: they were sent longer ago than messages stay here (4 weeks).',
	);
});
