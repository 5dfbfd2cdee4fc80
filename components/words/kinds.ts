import { i18n } from '#i18n';
import type { MessageKind } from '@/lib/model';

/** What stands for a message without words. */
export const kindName = (kind: MessageKind): string =>
	kind in kindNames ? i18n.t(kindNames[kind as keyof typeof kindNames]) : '';

const kindNames = {
	photo: 'kind.photo',
	video: 'kind.video',
	voice: 'kind.voice',
	sticker: 'kind.sticker',
	file: 'kind.file',
	share: 'kind.share',
	call: 'kind.call',
} as const;
