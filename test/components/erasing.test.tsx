// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Holdings } from '@/components/Holdings';
import type { Network } from '@/lib/model';
import { speak } from './catalogue';
import { makeRow } from './rows';

beforeEach(() => speak('en', 'en_GB'));
afterEach(cleanup);

const rows = [
	makeRow({ title: 'Ann', account: 'a' }, { messageCount: 5 }),
	makeRow({ title: 'Ben', account: 'b' }, { messageCount: 7 }),
	makeRow({ title: 'Nora', account: 'n', network: 'messenger' }),
];
const holdings = new Map<Network, { chats: number; messages: number; bytes: number }>([
	['whatsapp', { chats: 2, messages: 12, bytes: 4096 }],
	['messenger', { chats: 1, messages: 3, bytes: 0 }],
]);

/** With an erasure that is done, or not, when the test says so. */
function show() {
	const answers: ((isDone: boolean) => void)[] = [];
	const onErase = vi.fn((_: unknown) => new Promise<boolean>((resolve) => answers.push(resolve)));
	render(<Holdings holdings={holdings} isOnlyDeletable={false} rows={rows} onErase={onErase} />);
	const answer = (isDone: boolean) => act(async () => answers.shift()?.(isDone));
	return { onErase, answer };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const said = () => screen.getByRole('status').textContent;

describe('what is stored', () => {
	it('goes by network, after a question that says how much it is', async () => {
		const { onErase, answer } = show();
		press('Delete: WhatsApp');
		const dialog = screen.getByRole('dialog', { name: 'Delete all of WhatsApp here?' });
		expect(dialog.textContent).toContain('2 chats · 12 messages');
		expect(document.activeElement?.textContent).toBe('Cancel');
		fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
		expect(onErase).toHaveBeenCalledWith({ what: 'network', network: 'whatsapp' });
		expect(said()).toBe('WhatsApp is being deleted…');
		await answer(true);
		expect(said()).toBe('All of WhatsApp is deleted, and its keys are effaced.');
	});

	it('goes by account where a network has several', () => {
		const { onErase } = show();
		press('Delete: WhatsApp, Account 2');
		const dialog = screen.getByRole('dialog');
		expect(dialog.textContent).toContain('1 chat · 7 messages');
		fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
		expect(onErase).toHaveBeenCalledWith(
			expect.objectContaining({ what: 'account', account: expect.objectContaining({ key: 'b' }) }),
		);
		expect(screen.queryByRole('button', { name: 'Delete: Messenger, Account 1' })).toBeNull();
	});

	it('stays where the question is answered with no', () => {
		const { onErase } = show();
		press('Delete: Messenger');
		press('Cancel');
		expect(onErase).not.toHaveBeenCalled();
		expect(screen.queryByRole('dialog')).toBeNull();
		expect(screen.queryByRole('button', { name: 'Delete: Instagram' })).toBeNull();
	});

	it('goes altogether once a word is typed, and is called gone only then', async () => {
		const { onErase, answer } = show();
		press('Erase everything and begin anew');
		const erase = screen.getByRole('button', { name: 'Erase everything' });
		const field = screen.getByRole('textbox', { name: 'Type “erase” to go on' });
		fireEvent.submit(field);
		expect(onErase).not.toHaveBeenCalled();
		fireEvent.input(field, { target: { value: 'eras' } });
		expect(erase).toHaveProperty('disabled', true);
		fireEvent.input(field, { target: { value: ' Erase ' } });
		fireEvent.click(erase);
		fireEvent.submit(field);
		expect(onErase).toHaveBeenCalledWith({ what: 'everything' });
		expect(said()).toBe('Everything is being erased…');
		await answer(false);
		expect(said()).toBe('That did not work. Try again.');
	});

	it('asks for the word of the language that is spoken', async () => {
		await speak('de');
		show();
		press('Alles löschen und neu beginnen');
		const field = screen.getByRole('textbox', { name: 'Tippe „löschen“, um fortzufahren' });
		fireEvent.input(field, { target: { value: 'erase' } });
		expect(screen.getByRole('button', { name: 'Alles löschen' })).toHaveProperty('disabled', true);
		fireEvent.input(field, { target: { value: 'löschen' } });
		expect(screen.getByRole('button', { name: 'Alles löschen' })).toHaveProperty('disabled', false);
	});
});
