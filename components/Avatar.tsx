import type { Network } from '@/lib/model';
import { Icon } from './Icon';
import { NetworkMark } from './NetworkMark';
import { initialsOf } from './words/titles';
import './Avatar.css';

const hues = 10;

/** A chat keeps its colour: the key is a keyed hash, so any few of its characters spread evenly. */
function hueOf(chatKey: string): number {
	let sum = 0;
	for (const character of chatKey) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
	return sum % hues;
}

interface AvatarProps {
	chatKey: string;
	title: string;
	network: Network;
	/** A tick in place of the initials. */
	isChosen?: boolean | undefined;
}

/** Initials on the chat's own colour; no picture is ever loaded. */
export function Avatar({ chatKey, title, network, isChosen = false }: AvatarProps) {
	return (
		<span class="avatar" aria-hidden="true">
			<span class={`avatar-face ${isChosen ? 'avatar-chosen' : `hue-${hueOf(chatKey)}`}`}>
				{isChosen ? <Icon name="check" /> : (initialsOf(title) ?? <Icon name="person" />)}
			</span>
			<span class="avatar-network">
				<NetworkMark network={network} />
			</span>
		</span>
	);
}
