/** The row of cells around a bubble, and the quote above it. */
import { element, textWithEmoji } from '../elements';
import { isMine, personOf, type Stage, type StageMessage } from '../stage';
import { boxes } from './boxes';
import { drawBubble } from './bubble';
import { emojiPicture, emptyPicture } from './emoji';
import { isTombstone } from './labels';
import { look } from './look';
import { fill, type Words, wordsOf } from './words';

const presentation = { role: 'presentation' };

function quoteButton(quoted: string, words: Words): HTMLElement {
	return element(
		'div',
		{ class: look('quote'), 'aria-label': words.goToReplied, role: 'button', tabindex: '-1' },
		element(
			'div',
			{},
			element(
				'div',
				{},
				element(
					'div',
					presentation,
					element(
						'div',
						{ class: look('away'), tabindex: '-1' },
						document.createTextNode(words.original),
					),
					element(
						'span',
						{ dir: 'auto' },
						element('div', {}, element('div', {}, ...textWithEmoji(quoted, emojiPicture))),
					),
				),
			),
		),
	);
}

/** A quote without words stands for a story: a link to it, as in a saved page. */
function quoteContent(quoted: string, words: Words): HTMLElement {
	if (quoted !== '') return quoteButton(quoted, words);
	const link = element(
		'a',
		{ 'aria-label': words.viewStory, role: 'link', tabindex: '-1' },
		element('div', {}, element('div')),
	);
	return element('div', {}, link);
}

/** The quoted message, before the bubble. The own form is a saved page's, the other mirrors it. */
export function quoteBlock(quoted: string, own: boolean, words: Words): HTMLElement {
	return element(
		'div',
		{},
		element(
			'div',
			{ class: `${look('cells')} ${own ? look('mine') : ''}`, role: 'presentation' },
			element('div', presentation, element('div', presentation, slot(own))),
			element('div', presentation, quoteContent(quoted, words)),
			element(
				'div',
				presentation,
				element('div', presentation, element('div', presentation, element('div'))),
			),
			element('div', presentation),
		),
	);
}

/** What tells own from other: an empty `role=none`, or the avatar's place. */
function slot(own: boolean, avatar: Node = element('div')): HTMLElement {
	return own ? element('div', { role: 'none' }) : element('div', presentation, avatar);
}

export function bodyRow(
	stage: Stage,
	message: StageMessage,
	{ isRunEnd, hasFocus }: { isRunEnd: boolean; hasFocus: boolean },
): HTMLElement {
	const words = wordsOf(stage.language);
	const own = isMine(stage, message);
	const avatar = isRunEnd ? face(personOf(stage, message.from).name) : element('div');
	const bubble = drawBubble(stage, message, own);
	const hover = element('div', presentation, element('div', presentation));
	const bubbleLine = own
		? element('div', presentation, hover, bubble)
		: element('div', presentation, bubble, hover);
	return element(
		'div',
		{ class: `${look('cells')} ${own ? look('mine') : ''}`, role: 'presentation' },
		element(
			'div',
			{ class: look('slot'), role: 'presentation' },
			element('div', presentation, slot(own, avatar)),
		),
		element(
			'div',
			presentation,
			element('div', {}, bubbleLine, editedMark(message, words), reactionLine(message, own, words)),
		),
		element('div', presentation, element('div', presentation, toolbar(words, hasFocus))),
		element('div', presentation),
	);
}

/** Always there; its buttons only where the pointer or the focus is. */
function toolbar(words: Words, isOpen: boolean): HTMLElement {
	const button = (label: string): HTMLElement =>
		element(
			'div',
			{ 'aria-hidden': 'false' },
			element(
				'span',
				{},
				boxes(
					1,
					element(
						'div',
						{ 'aria-label': label, role: 'button', tabindex: '0' },
						element('div', { role: 'none', 'data-visualcompletion': 'ignore' }),
					),
				),
			),
		);
	const buttons = [words.react, words.reply, words.more].map(button);
	return element(
		'div',
		{ 'aria-hidden': 'true', 'aria-label': words.actions, role: 'toolbar' },
		element('div', presentation, isOpen ? element('div', presentation, ...buttons) : null),
	);
}

/** On the last message of a run, with the full name. */
function face(name: string): HTMLElement {
	return element(
		'div',
		{},
		element(
			'div',
			{ 'aria-hidden': 'true' },
			element(
				'span',
				{},
				element(
					'div',
					{ role: 'button', tabindex: '-1' },
					element('img', {
						class: look('face'),
						alt: name,
						src: emptyPicture,
					}),
					element('div', { role: 'none', 'data-visualcompletion': 'ignore' }),
				),
			),
		),
	);
}

/** Where the mark stands is a guess; that it is a text after the bubble is Meta's own module. */
function editedMark(message: StageMessage, words: Words): Node | null {
	if (!message.edited || isTombstone(message)) return null;
	return element(
		'div',
		{ class: look('above'), role: 'presentation' },
		element('span', { dir: 'auto' }, element('span', {}, document.createTextNode(words.edited))),
	);
}

function reactionLine(message: StageMessage, own: boolean, words: Words): HTMLElement {
	const reactions = isTombstone(message) ? [] : (message.reactions ?? []);
	if (reactions.length === 0) return element('div', presentation, element('div'));
	const emoji = [...new Set(reactions)];
	const pictures = emoji.map((glyph) =>
		element('div', {}, element('div', {}, emojiPicture(glyph))),
	);
	const button = element(
		'div',
		{
			class: look('reaction'),
			'aria-label': fill(words.reaction, { n: String(reactions.length), emoji: emoji.join(' ') }),
			role: 'button',
			tabindex: '-1',
		},
		element('span', {}, element('div', { role: 'none' }, ...pictures)),
	);
	return element(
		'div',
		presentation,
		element(
			'div',
			{},
			element('div', { role: 'none' }, element('div', { role: 'none' }, button)),
			own ? null : element('div', { role: 'none' }),
		),
	);
}
