import { i18n } from '#i18n';

/**
 * The locale for dates and numbers: the browser's own with its region where the
 * catalogue speaks that language, else the catalogue's, so that "as of" and the
 * weekday after it are in one language.
 */
export function currentLocale(): string {
	const language = i18n.t('language');
	const browserLocale = i18n.t('@@ui_locale').replace('_', '-');
	return browserLocale.split('-')[0] === language ? browserLocale : language;
}

const kept = new Map<string, unknown>();

/** Building an `Intl` format costs more than using it a hundred times: one per locale and shape. */
export function keepFormat<F>(shape: string, build: (locale: string) => F): F {
	const locale = currentLocale();
	const id = `${locale} ${shape}`;
	const known = kept.get(id);
	if (known !== undefined) return known as F;
	const made = build(locale);
	kept.set(id, made);
	return made;
}
