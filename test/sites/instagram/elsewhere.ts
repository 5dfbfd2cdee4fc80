import { element, icon } from '../elements';
import type { Stage, StageChat } from '../stage';
import { labelsOf } from './labels';
import { makeMessage } from './message';
import { pictureOf, usernameOf } from './people';

/** The site's own menu; its picture link is the own profile (readers of 2026). */
export function makeMenu(stage: Stage, enter: () => void): HTMLElement {
	const labels = labelsOf(stage.language);
	const inbox = element(
		'a',
		{ href: '/direct/inbox/', 'aria-label': labels.chats, role: 'link' },
		icon(),
	);
	inbox.addEventListener('click', (event) => {
		event.preventDefault();
		enter();
	});
	const username = usernameOf(stage, stage.me.id);
	const own = element(
		'a',
		{ href: `/${username}/`, role: 'link' },
		element('img', { alt: 'user-profile-picture', src: pictureOf(stage.me.id), width: 24 }),
	);
	return element('div', { role: 'navigation', 'data-stand-in': 'menu' }, icon(), inbox, own);
}

/**
 * Any other page of the site, with the floating messenger of 2025 on it: messages of
 * the same shape in panels of their own, which are nobody's open chat.
 */
export function makeElsewhere(stage: Stage, enter: () => void): HTMLElement[] {
	const labels = labelsOf(stage.language);
	const chat: StageChat | undefined = stage.chats[0];
	const recent = (chat?.messages ?? []).filter(({ kind }) => kind === 'text').slice(-3);
	const panel = element(
		'div',
		{ 'data-pagelet': 'IGDChatTabsRootContentOffMsys' },
		element('h2', { dir: 'auto' }, labels.chats),
		...recent.map(
			(message) =>
				chat && makeMessage(stage, chat, message, { isFirst: true, isLast: true }, labels),
		),
		element('div', { contenteditable: 'true', role: 'textbox' }),
	);
	const feed = element(
		'main',
		{ role: 'main' },
		element('h1', {}, 'Feed'),
		element('p', {}, 'Clay, glaze, fire.'),
	);
	return [element('div', { 'data-stand-in': 'page' }, makeMenu(stage, enter), feed), panel];
}

/** Where a lost sign-in leads: `/accounts/login` (readers of 2026). The form's names are a guess. */
export function makeSignIn(): HTMLElement {
	return element(
		'form',
		{ method: 'post' },
		element('input', { name: 'username', type: 'text', autocomplete: 'off' }),
		element('input', { name: 'password', type: 'password', autocomplete: 'off' }),
		element('button', { type: 'button' }, 'Log in'),
	);
}
