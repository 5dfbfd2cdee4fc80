import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { WipeForm } from './WipeForm';

interface EraseAllProps {
	isBusy: boolean;
	onErase: () => void;
}

/** The way to erase everything: explained, and asked for twice. */
export function EraseAll({ isBusy, onErase }: EraseAllProps) {
	const [isAsked, setAsked] = useState(false);
	const wipe = () => {
		setAsked(false);
		onErase();
	};
	if (isAsked) return <WipeForm isBusy={isBusy} onWipe={wipe} />;
	return (
		<button
			type="button"
			class="text-action text-action-erase"
			disabled={isBusy}
			onClick={() => setAsked(true)}
		>
			{i18n.t('lock.wipe')}
		</button>
	);
}
