import { i18n } from '#i18n';
import './KeyCaps.css';

const isApple = (): boolean => /^(?:Mac|iP)/u.test(navigator.platform);

/** What is written on a key, and what it is called where that is a sign. */
function writingOf(key: string): { sign: string; name?: string } {
	switch (key) {
		case 'Mod':
			return isApple() ? { sign: '⌘', name: i18n.t('key.command') } : { sign: i18n.t('key.ctrl') };
		case 'ArrowDown':
			return { sign: '↓', name: i18n.t('key.down') };
		case 'ArrowUp':
			return { sign: '↑', name: i18n.t('key.up') };
		case 'Enter':
			return { sign: i18n.t('key.enter') };
		case 'Escape':
			return { sign: i18n.t('key.escape') };
		default:
			return { sign: key.length === 1 ? key.toLocaleUpperCase() : key };
	}
}

/** Keys as they are drawn on a keyboard; several ways to do the same beside each other. */
export function KeyCaps({ keys }: { keys: readonly string[] }) {
	return (
		<span class="key-caps">
			{keys.map((combination) => (
				<kbd key={combination} class="key-combination">
					{combination.split('+').map((key) => {
						const { sign, name } = writingOf(key);
						return (
							<kbd key={key} class="key-cap">
								<span aria-hidden={name === undefined ? undefined : true}>{sign}</span>
								{name !== undefined && <span class="visually-hidden">{name}</span>}
							</kbd>
						);
					})}
				</kbd>
			))}
		</span>
	);
}
