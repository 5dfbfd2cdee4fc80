/** What stands above and below the messages (2026-08-12). */
import { element, icon } from '../elements';
import { personOf, type Stage, type StageChat } from '../stage';
import { labelLate } from './late-labels';
import { fill, wordsOf } from './words';

export function threadHeader(stage: Stage, chat: StageChat): HTMLElement {
	const title = element('span', {
		dir: 'auto',
		'data-testid': 'conversation-info-header-chat-title',
		style: 'min-height: 0px;',
	});
	title.textContent = chat.name;
	return element(
		'header',
		{ 'data-testid': 'conversation-header' },
		element(
			'div',
			{
				role: 'button',
				'data-tab': 6,
				tabindex: 0,
				'data-testid': 'conversation-info-header',
			},
			element('div', {}, element('div', {}, title), chat.isGroup && participants(stage, chat)),
		),
		element(
			'div',
			{},
			element('button', {}, icon({}, 'ic-search')),
			element('button', {}, icon({}, 'ic-more')),
		),
	);
}

/** Names, then "You" (2026-09-24). */
function participants(stage: Stage, chat: StageChat): HTMLElement {
	const names = [
		...chat.personIds.map((id) => personOf(stage, id).name),
		wordsOf(stage.language).you,
	];
	const list = element('span', {
		dir: 'auto',
		title: names.join(', '),
		'data-testid': 'chat-subtitle',
	});
	list.textContent = names.join(', ');
	return element('div', {}, list);
}

export function threadFooter(stage: Stage, chat: StageChat): HTMLElement {
	const words = wordsOf(stage.language);
	const composer = element(
		'div',
		{
			contenteditable: 'true',
			role: 'textbox',
			spellcheck: 'true',
			'aria-autocomplete': 'list',
			'aria-owns': 'emoji-suggestion',
			tabindex: 10,
			'aria-placeholder': words.composeEmpty,
			'data-tab': 10,
			'data-testid': 'conversation-compose-box-input',
			'data-lexical-editor': 'true',
		},
		element(
			'p',
			{ class: 'selectable-text copyable-text', dir: 'auto' },
			element('br', { class: null, 'data-lexical-managed-linebreak': 'true' }),
		),
	);
	labelLate(composer, fill(chat.isGroup ? words.composeToGroup : words.compose, chat.name));
	return element(
		'footer',
		{},
		element(
			'div',
			{ class: 'copyable-area' },
			element(
				'button',
				{},
				element('span', { 'data-icon': 'plus-rounded' }, icon({}, 'plus-rounded')),
			),
			element('div', { class: 'lexical-rich-text-input' }, composer),
			element('button', { 'data-tab': 11 }, icon({}, 'ic-mic')),
		),
	);
}

/** Beside the composer (2026-08-12). */
export function downButton(): HTMLElement {
	const name = 'ic-chevron-down-wide';
	return element('button', {}, element('span', { 'data-icon': name }, icon({}, name)));
}
