import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type SettingsSectionName, sectionId } from './settings-sections';
import './SettingsNav.css';

interface SettingsNavProps {
	names: readonly SettingsSectionName[];
	/** What scrolls beside it. */
	scroller: RefObject<HTMLElement | null>;
	onGo: (name: SettingsSectionName) => void;
}

/** Beside the settings where there is room: where one is, and the way to the rest. */
export function SettingsNav({ names, scroller, onGo }: SettingsNavProps) {
	const [current, setCurrent] = useState(names[0]);

	useEffect(() => {
		const element = scroller.current;
		if (!element) return;
		const look = () => {
			const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 4;
			const passed = names.filter((name) => {
				const section = document.getElementById(sectionId(name));
				return section !== null && section.offsetTop <= element.scrollTop + 120;
			});
			setCurrent((isAtEnd && element.scrollTop > 0 ? names : passed).at(-1) ?? names[0]);
		};
		look();
		element.addEventListener('scroll', look, { passive: true });
		return () => element.removeEventListener('scroll', look);
	}, [names, scroller]);

	return (
		<nav class="settings-nav" aria-label={i18n.t('settings.title')}>
			<ul>
				{names.map((name) => (
					<li key={name}>
						<button
							type="button"
							class="settings-nav-item"
							aria-current={name === current ? 'true' : undefined}
							onClick={() => onGo(name)}
						>
							{i18n.t(`section.${name}`)}
						</button>
					</li>
				))}
			</ul>
		</nav>
	);
}
