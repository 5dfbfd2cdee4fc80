import { type Theme, themes } from '@/lib/unsealed/preferences';

/**
 * The theme once more where a page can read it before it draws anything: what is kept with
 * the other preferences comes only after the first frame, which would flash.
 */
const key = 'theme';

/** Shows what was chosen last, at once. */
export function showLastTheme(): void {
	applyTheme(themes.find((theme) => theme === localStorage.getItem(key)) ?? 'system');
}

export function showTheme(theme: Theme): void {
	localStorage.setItem(key, theme);
	applyTheme(theme);
}

function applyTheme(theme: Theme): void {
	const { dataset } = document.documentElement;
	if (theme === 'system') delete dataset.theme;
	else dataset.theme = theme;
}
