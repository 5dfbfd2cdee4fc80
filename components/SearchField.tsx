import { useContext, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { SingleKeysContext } from './shortcuts/registry';
import './SearchField.css';

interface SearchFieldProps {
	query: string;
	onQuery: (query: string) => void;
	/** Ends the search, wherever it was. */
	onClear: () => void;
}

/**
 * Without a name, a form or autofill: what is typed here must not end up in the
 * browser's form history or session files.
 * The down arrow leads to what is listed under it, Enter to what was found first.
 */
export function SearchField({ query, onQuery, onClear }: SearchFieldProps) {
	const field = useRef<HTMLInputElement>(null);
	const hasSingleKeys = useContext(SingleKeysContext);

	const clear = () => {
		onClear();
		field.current?.focus();
	};

	const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
		if (event.isComposing) return;
		const firstRow = (of: string) =>
			event.currentTarget.closest('main')?.querySelector<HTMLElement>(`${of} .row`);
		if (event.key === 'ArrowDown') firstRow('.list-scroller')?.focus();
		else if (event.key === 'Enter') firstRow('.results')?.click();
		else if (event.key === 'Escape' && query !== '') {
			event.stopPropagation();
			clear();
		} else return;
		event.preventDefault();
	};

	return (
		<search class="search">
			<Icon name="search" size={16} />
			<input
				ref={field}
				type="search"
				class="search-input"
				aria-label={i18n.t('search.label')}
				placeholder={i18n.t('search.label')}
				autocomplete="off"
				autocapitalize="off"
				spellcheck={false}
				maxLength={200}
				dir={query === '' ? undefined : 'auto'}
				value={query}
				onInput={(event) => onQuery(event.currentTarget.value)}
				onKeyDown={onKeyDown}
			/>
			{query === '' && hasSingleKeys && (
				<span class="search-key" aria-hidden="true">
					/
				</span>
			)}
			{query !== '' && (
				<IconButton
					class="search-clear"
					icon="close"
					size={16}
					label={i18n.t('search.clear')}
					onPress={clear}
				/>
			)}
		</search>
	);
}
