import { element, icon } from '../elements';
import { hashText } from '../random';
import { isMine, personOf, type Stage, type StageChat, type StageMessage } from '../stage';
import { fill, type Labels } from './labels';
import { label } from './late';
import { pictureOf, usernameOf } from './people';

/** Where a message stands in its run: messages of one person without a separator between. */
export interface Place {
	isFirst: boolean;
	isLast: boolean;
}

/**
 * A message's group. Frame and gutter: real page of 2026-04-23; bubble, lanes and
 * actions: as several readers of 2026 describe them. The picture stands beside the last
 * message of a run only, as in some readers (on the real page beside each of two).
 */
export function makeMessage(
	stage: Stage,
	chat: StageChat,
	message: StageMessage,
	place: Place,
	labels: Labels,
): HTMLElement {
	const mine = isMine(stage, message);
	const username = usernameOf(stage, message.from);
	const payload = element('div', { role: 'none' }, ...contentOf(message, labels));
	const box = element(
		'div',
		{
			style: `display: flex; flex-direction: ${mine ? 'row-reverse' : 'row'}; justify-content: flex-start;`,
		},
		payload,
		element('div', { style: '--x-width: 96px;' }, actions(username, labels)),
	);
	const lane = element(
		'div',
		{
			style: `display: flex; flex-direction: row; justify-content: ${mine ? 'flex-end' : 'flex-start'};`,
		},
		!mine && gutter(username, message.from, place.isLast, labels),
		box,
	);
	const showsName = chat.isGroup && !mine && place.isFirst;
	return element(
		'div',
		{ role: 'group', tabindex: -1 },
		element(
			'div',
			{},
			showsName &&
				element('div', {}, element('span', { dir: 'auto' }, personOf(stage, message.from).name)),
			...quoteOf(stage, message, labels),
			lane,
			reactionsOf(message, labels),
		),
	);
}

function gutter(username: string, person: string, isDrawn: boolean, labels: Labels): HTMLElement {
	const box = element('span', { style: 'height: 28px; width: 28px; display: inline-block;' });
	// Guess: the place stays empty beside the other messages of a run.
	if (!isDrawn) return element('div', {}, box);
	box.append(element('img', { alt: 'user-profile-picture', src: pictureOf(person) }));
	const link = element(
		'a',
		{ href: `/${username}/`, role: 'link', tabindex: 0 },
		element('div', {}, box),
	);
	label(link, fill(labels.openProfile, { name: username }));
	return element('div', {}, element('span', {}, link));
}

function actions(username: string, labels: Labels): HTMLElement {
	const button = (text: string, more: Record<string, string> = {}): HTMLElement => {
		const made = element('div', { ...more, role: 'button', tabindex: 0 });
		label(made, fill(text, { name: username }));
		return made;
	};
	const group = element(
		'div',
		{ role: 'group' },
		button(labels.react),
		button(labels.reply),
		button(labels.more, { 'aria-haspopup': 'menu' }),
	);
	label(group, labels.actions);
	return group;
}

/** "X replied to Y" and the quoted text, which has no `span` around (2026, two readers). */
function quoteOf(stage: Stage, message: StageMessage, labels: Labels): HTMLElement[] {
	if (!message.quote) return [];
	const name = usernameOf(stage, message.from);
	const other = usernameOf(stage, message.quote.from);
	return [
		element(
			'div',
			{ 'data-stand-in': 'remark' },
			element('span', { dir: 'auto' }, fill(labels.replied, { name, other })),
		),
		element(
			'div',
			{ role: 'button', tabindex: 0, 'data-stand-in': 'quote' },
			element('div', { dir: 'auto' }, message.quote.text),
		),
	];
}

/** Emoji without a stable label in a small button under the bubble. Guess: one button for all. */
function reactionsOf(message: StageMessage, labels: Labels): HTMLElement | null {
	if (!message.reactions?.length) return null;
	const button = element(
		'div',
		{ role: 'button', tabindex: 0 },
		element('span', {}, message.reactions.join('')),
	);
	label(button, labels.reactions);
	return element('div', { 'data-stand-in': 'reaction' }, button);
}

function contentOf(message: StageMessage, labels: Labels): HTMLElement[] {
	const { kind, text } = message;
	switch (kind) {
		case 'text':
			return [bubble(text ?? '')];
		case 'photo':
			// Guess: a caption as a bubble of its own below the picture.
			return [photo(message, labels), ...(text ? [bubble(text)] : [])];
		case 'video':
			return [
				element('div', { role: 'button', tabindex: 0 }, element('video', { preload: 'none' })),
				...(text ? [bubble(text)] : []),
			];
		case 'voice':
			return [voice(message, labels)];
		case 'sticker':
			return [element('img', { alt: '', src: mediaOf(message, 'webp') })];
		case 'file':
			return [
				element(
					'a',
					{ download: text ?? 'file', href: mediaOf(message, 'pdf'), 'data-stand-in': 'card' },
					element('span', { dir: 'auto' }, text ?? 'file'),
				),
			];
		case 'share':
			return [share(message, labels)];
		case 'call':
			return [notice(text ?? labels.callEnded, labels.audioCall)];
		default:
			return [notice(text ?? labels.cannotShow, labels.information)];
	}
}

function bubble(text: string): HTMLElement {
	return element(
		'div',
		{ role: 'presentation' },
		element('span', { dir: 'auto' }, element('div', { dir: 'auto' }, text)),
	);
}

function photo(message: StageMessage, labels: Labels): HTMLElement {
	const button = element(
		'div',
		{ role: 'button', tabindex: 0 },
		element('img', { alt: '', src: mediaOf(message, 'jpg') }),
	);
	label(button, labels.viewPhoto);
	return button;
}

/** Play button and slider (2026, one reader); the rest is a guess. */
function voice(message: StageMessage, labels: Labels): HTMLElement {
	const seconds = 3 + (hashText(message.id) % 50);
	const play = element('div', { role: 'button', tabindex: 0 }, icon());
	label(play, labels.play);
	return element(
		'div',
		{ 'data-stand-in': 'card' },
		play,
		element('div', { role: 'slider', 'aria-valuemin': 0, 'aria-valuemax': seconds, tabindex: 0 }),
		element('span', { dir: 'auto' }, `0:${String(seconds).padStart(2, '0')}`),
	);
}

/** A post's card: two pictures, a link to its author only, an icon (2026-04-23). */
function share(message: StageMessage, labels: Labels): HTMLElement {
	const poster = `studio.${hashText(message.id).toString(36)}`;
	const clip = icon({ role: 'img' });
	label(clip, labels.clip);
	return element(
		'div',
		{ role: 'button', tabindex: 0, 'data-stand-in': 'card' },
		element('img', { alt: '', src: mediaOf(message, 'jpg') }),
		element('img', { alt: '', src: mediaOf(message, 'jpg'), width: 24, height: 24 }),
		element(
			'a',
			{ href: `/${poster}/`, role: 'link', tabindex: 0 },
			element('span', { dir: 'auto' }, element('span', {}, poster)),
		),
		message.text ? element('span', { dir: 'auto' }, element('span', {}, ` ${message.text}`)) : null,
		clip,
	);
}

/** Guess: calls and what only the app can show are cards with an icon and a line. */
function notice(text: string, name: string): HTMLElement {
	const sign = icon({ role: 'img' });
	label(sign, name);
	return element(
		'div',
		{ role: 'button', tabindex: 0, 'data-stand-in': 'card' },
		sign,
		element('span', { dir: 'auto' }, text),
	);
}

function mediaOf(message: StageMessage, ending: string): string {
	return `/v/t1.15752-9/${hashText(message.id)}_n.${ending}?stp=dst-jpg`;
}
