/** The parts of the settings, in their order; a view may open them at one of these. */
export const settingsSections = [
	'networks',
	'timer',
	'lock',
	'look',
	'notices',
	'health',
	'stored',
	'about',
] as const;
export type SettingsSectionName = (typeof settingsSections)[number];

/** The element that a section's name leads to. */
export const sectionId = (name: SettingsSectionName): string => `settings-${name}`;
