import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { type SettingsSectionName, sectionId } from './settings-sections';

interface SettingsSectionProps {
	name: SettingsSectionName;
	detail?: string;
	children: ComponentChildren;
}

/** One part of the settings under its own heading, which takes the focus of whoever is led there. */
export function SettingsSection({ name, detail, children }: SettingsSectionProps) {
	const id = sectionId(name);
	return (
		<section class="settings-section" id={id} aria-labelledby={`${id}-title`}>
			<h2 id={`${id}-title`} tabIndex={-1}>
				{i18n.t(`section.${name}`)}
			</h2>
			{detail !== undefined && <p class="detail">{detail}</p>}
			{children}
		</section>
	);
}
