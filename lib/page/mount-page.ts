import { type ComponentChild, render } from 'preact';
import { i18n } from '#i18n';
import { showLastTheme } from './theme';

/** Draws a frame into its page, in the language and direction of its reader. */
export function mountPage(content: ComponentChild): void {
	showLastTheme();
	const { documentElement } = document;
	documentElement.lang = i18n.t('language');
	documentElement.dir = i18n.t('@@bidi_dir');
	const root = document.getElementById('app');
	if (root) render(content, root);
}
