import type { MessageKind } from '../../model';
import * as icons from './icons';
import * as selectors from './selectors';

/** What of a message's parts tells its kind. Quoted parts are not among them. */
export interface KindEvidence {
	isNotification: boolean;
	/** What was deleted is copied by nobody: a message with a stamp only answers to such a one. */
	hasStamp: boolean;
	hasText: boolean;
	hasMeta: boolean;
	hasTail: boolean;
	/** Names of the drawings outside text and quote. */
	icons: string[];
	hasSlider: boolean;
	hasFileCard: boolean;
	/** Something in it is titled like a file, which alone proves little. */
	hasFileName: boolean;
	hasVideo: boolean;
	/** The preview of a link may be drawn like a picture or a film. */
	hasLink: boolean;
	hasPhoto: boolean;
	/** Places of an album. */
	tiles: Element[];
	/** Images of the message's own: avatars and emoji are served otherwise. */
	pictures: Element[];
}

/** Media first: a message with text and media is that medium with a caption. */
export function kindOf(evidence: KindEvidence): MessageKind {
	const has = (name: RegExp): boolean => evidence.icons.some((icon) => name.test(icon));
	const { tiles, pictures } = evidence;
	if (evidence.isNotification) return 'system';
	if (has(icons.deleted) && !evidence.hasStamp) return 'deleted';
	if (has(icons.voice) || evidence.hasSlider) return 'voice';
	if (has(icons.file) || evidence.hasFileCard) return 'file';
	if (tiles.length > 0) return tiles.every(isVideoTile) ? 'video' : 'photo';
	if (evidence.hasVideo || (has(icons.video) && !evidence.hasLink))
		return has(icons.call) ? 'call' : 'video';
	if (evidence.hasPhoto || pictures.some(isPhoto)) return 'photo';
	if (pictures.length > 0) return 'sticker';
	if (has(icons.call) && !evidence.hasText) return 'call';
	if (evidence.hasText) return 'text';
	if (evidence.hasFileName) return 'file';
	return evidence.hasMeta || evidence.hasTail ? 'unsupported' : 'system';
}

function isVideoTile(tile: Element): boolean {
	return tile.querySelector(selectors.threadVideo) !== null;
}

/** A picture opens by a click and has no words of its own; a sticker is described by its `alt`. */
function isPhoto(picture: Element): boolean {
	return picture.closest(selectors.threadButton) !== null || !picture.getAttribute('alt');
}
