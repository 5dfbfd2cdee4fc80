import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Erasure, erasureName } from './erasure';

export interface Erasing {
	isBusy: boolean;
	/** What is being done, or was, in words. */
	said: string;
	erase: (erasure: Erasure) => void;
}

/** Follows one erasure after the other: nothing is called done before the answer says so. */
export function useErasing(onErase: (erasure: Erasure) => Promise<boolean>): Erasing {
	const [state, setState] = useState({ isBusy: false, said: '' });

	const erase = (erasure: Erasure): void => {
		const isAll = erasure.what === 'everything';
		const name = isAll ? '' : erasureName(erasure);
		setState({
			isBusy: true,
			said: isAll ? i18n.t('eraseNow.erasingAll') : i18n.t('eraseNow.erasing', [name]),
		});
		onErase(erasure).then((isDone) => {
			const done = isAll ? i18n.t('eraseNow.doneAll') : i18n.t('eraseNow.done', [name]);
			setState({ isBusy: false, said: isDone ? done : i18n.t('eraseNow.failed') });
		});
	};

	return { ...state, erase };
}
