import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type ChatRow, labelLimits } from '@/lib/model';
import { Dialog } from '../Dialog';
import './LabelDialog.css';

interface LabelDialogProps {
	rows: readonly ChatRow[];
	/** All labels that any chat has. */
	known: readonly string[];
	/** Labels to give to all of them, and to take from all of them. */
	onSet: (added: readonly string[], removed: readonly string[]) => void;
	onClose: () => void;
}

/** Which labels chats have; a new one is typed. */
export function LabelDialog({ rows, known, onSet, onClose }: LabelDialogProps) {
	const [typed, setTyped] = useState('');
	const [extra, setExtra] = useState<readonly string[]>([]);
	const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map());
	const isOn = (label: string): boolean =>
		wanted.get(label) ?? rows.every(({ chat }) => chat.own?.labels?.includes(label));
	const all = [...new Set([...known, ...extra])];

	const add = () => {
		const label = typed.trim().replace(/\s+/gu, ' ');
		if (label === '') return;
		setExtra([...extra, label]);
		setWanted(new Map([...wanted, [label, true]]));
		setTyped('');
	};
	const set = () => {
		const typedLabel = typed.trim().replace(/\s+/gu, ' ');
		const added = [...wanted].filter(([, is]) => is).map(([label]) => label);
		const removed = [...wanted].filter(([, is]) => !is).map(([label]) => label);
		onSet(typedLabel === '' ? added : [...added, typedLabel], removed);
	};

	return (
		<Dialog title={i18n.t('label.title')} onClose={onClose}>
			<form
				class="label-form"
				onSubmit={(event) => {
					event.preventDefault();
					if (typed.trim() === '') set();
					else add();
				}}
			>
				<input
					type="text"
					class="dialog-field"
					data-first
					aria-label={i18n.t('label.new')}
					placeholder={i18n.t('label.new')}
					autocomplete="off"
					dir="auto"
					maxLength={labelLimits.length}
					value={typed}
					onInput={(event) => setTyped(event.currentTarget.value)}
				/>
				{all.length > 0 && (
					<ul class="label-choices">
						{all.map((label) => (
							<li key={label}>
								<label class="label-choice">
									<input
										type="checkbox"
										checked={isOn(label)}
										onChange={(event) =>
											setWanted(new Map([...wanted, [label, event.currentTarget.checked]]))
										}
									/>
									<bdi>{label}</bdi>
								</label>
							</li>
						))}
					</ul>
				)}
				<div class="dialog-buttons">
					<button type="button" class="text-action" onClick={onClose}>
						{i18n.t('timer.cancel')}
					</button>
					<button type="button" class="action" onClick={set}>
						{i18n.t('label.set')}
					</button>
				</div>
			</form>
		</Dialog>
	);
}
