import { type ComponentChild, render } from 'preact';
import { i18n } from '#i18n';
import { showLastTheme } from './theme';

/** Draws a frame into its page, in the language and direction of its reader. */
export function mountPage(content: ComponentChild): void {
	showLastTheme();
	const { documentElement } = document;
	documentElement.lang = i18n.t('language');
	// The catalogue's own, since a browser in a language that it does not speak gets another.
	documentElement.dir = i18n.t('direction');
	const root = document.getElementById('app');
	if (root) render(content, root);
}
