// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Shortcuts } from '@/components/shortcuts/Shortcuts';
import type { Shortcut } from '@/components/shortcuts/shortcut';
import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { speak } from '../catalogue';

beforeEach(() => speak('en'));
afterEach(cleanup);

const archive = vi.fn();
const pin = vi.fn();
const next = vi.fn();
beforeEach(() => {
	for (const run of [archive, pin, next]) run.mockReset();
});

const shortcuts: readonly Shortcut[] = [
	{ id: 'archive', keys: ['e'], label: 'Archive', group: 'list', run: archive },
	{ id: 'pin', keys: ['p'], label: 'Pin', group: 'list', run: pin, enabled: false },
	{
		id: 'next',
		keys: ['j', 'ArrowDown'],
		label: 'Next',
		group: 'list',
		run: next,
		isRepeated: true,
	},
	{ id: 'discreet', keys: [], label: 'Discreet on', group: 'everywhere', run: () => undefined },
];

function Part({ given = shortcuts }: { given?: readonly Shortcut[] }) {
	useShortcuts(given);
	return (
		<>
			<button type="button">A chat</button>
			<input aria-label="A field" />
		</>
	);
}

const show = ({
	hasSingleKeys = true,
	inner,
}: {
	hasSingleKeys?: boolean;
	inner?: Shortcut;
} = {}) =>
	render(
		<Shortcuts hasSingleKeys={hasSingleKeys}>
			<Part />
			{inner && <Part given={[inner]} />}
		</Shortcuts>,
	);

const chat = () => screen.getAllByRole('button', { name: 'A chat' })[0] as HTMLElement;

describe('single keys', () => {
	it('do what is registered for them', async () => {
		show();
		chat().focus();
		await userEvent.keyboard('e');
		expect(archive).toHaveBeenCalledOnce();
	});

	it('do nothing in a field, nor while something else may not be done', async () => {
		show();
		screen.getByRole('textbox').focus();
		await userEvent.keyboard('e');
		expect(archive).not.toHaveBeenCalled();
		expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('e');
		chat().focus();
		await userEvent.keyboard('p');
		expect(pin).not.toHaveBeenCalled();
	});

	it('can be turned off; arrows and Ctrl+K stay', async () => {
		show({ hasSingleKeys: false });
		chat().focus();
		await userEvent.keyboard('ej?');
		expect(archive).not.toHaveBeenCalled();
		expect(next).not.toHaveBeenCalled();
		expect(screen.queryByRole('dialog')).toBeNull();
		await userEvent.keyboard('{ArrowDown}');
		expect(next).toHaveBeenCalledOnce();
		await userEvent.keyboard('{Control>}k{/Control}');
		expect(screen.getByRole('combobox')).toBeTruthy();
	});

	it('that are held go on only where that is meant', () => {
		show();
		fireEvent.keyDown(chat(), { key: 'e', repeat: true });
		fireEvent.keyDown(chat(), { key: 'j', repeat: true });
		expect(archive).not.toHaveBeenCalled();
		expect(next).toHaveBeenCalledOnce();
	});

	it('belong to what was drawn last', async () => {
		const inner = vi.fn();
		show({ inner: { id: 'extract', keys: ['e'], label: 'Extract', group: 'chat', run: inner } });
		chat().focus();
		await userEvent.keyboard('e');
		expect(inner).toHaveBeenCalledOnce();
		expect(archive).not.toHaveBeenCalled();
	});
});

describe('the list of keys', () => {
	it('opens at ? with all keys by where they are, and goes back to where one was', async () => {
		show();
		chat().focus();
		await userEvent.keyboard('?');
		expect(screen.getByRole('dialog', { name: 'All keys' })).toBeTruthy();
		expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'All keys' }));
		expect(screen.getByRole('heading', { name: 'In the list' })).toBeTruthy();
		const row = screen.getByText('Next').closest('div');
		expect(row?.textContent).toBe('NextJ↓Down arrow');
		// What cannot be done now is told all the same.
		expect(screen.getByText('Pin')).toBeTruthy();
		await userEvent.keyboard('e');
		expect(archive).not.toHaveBeenCalled();
		await userEvent.keyboard('{Escape}');
		expect(screen.queryByRole('dialog')).toBeNull();
		expect(document.activeElement).toBe(chat());
	});
});

describe('the command palette', () => {
	const open = async () => {
		show();
		chat().focus();
		await userEvent.keyboard('{Control>}k{/Control}');
	};
	const options = () => screen.queryAllByRole('option').map((option) => option.textContent);
	const chosen = () => {
		const id = screen.getByRole('combobox').getAttribute('aria-activedescendant');
		return document.getElementById(id ?? '')?.textContent;
	};

	it('lists what can be done now, also what has no key', async () => {
		await open();
		expect(options()).toEqual(expect.arrayContaining(['ArchiveE', 'Discreet on', 'All keys?']));
		expect(options()).not.toContain('PinP');
	});

	it('narrows by typing, and Enter does the chosen one where one was before', async () => {
		archive.mockImplementation(() => expect(document.activeElement).toBe(chat()));
		await open();
		await userEvent.keyboard('RCH');
		expect(options()).toEqual(['ArchiveE']);
		expect(chosen()).toBe('ArchiveE');
		await userEvent.keyboard('{Enter}');
		expect(archive).toHaveBeenCalledOnce();
		expect(screen.queryByRole('dialog')).toBeNull();
	});

	it('moves by arrows round and round', async () => {
		await open();
		const all = options();
		expect(chosen()).toBe(all[0]);
		await userEvent.keyboard('{ArrowUp}');
		expect(chosen()).toBe(all.at(-1));
		await userEvent.keyboard('{ArrowDown}{ArrowDown}');
		expect(chosen()).toBe(all[1]);
	});

	it('says when nothing is called so', async () => {
		await open();
		await userEvent.keyboard('xyz');
		expect(options()).toEqual([]);
		expect(screen.getByText('No command of that name')).toBeTruthy();
	});
});
