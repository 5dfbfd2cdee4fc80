import './Icon.css';

/** Our own drawings, on a grid of 20 with a line of 1.5. */
const drawings = {
	search: 'M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12Zm4.4-1.6L17 17',
	settings:
		'M3 6.5h7.5m4.5 0h2M3 13.5h2m4.5 0H17M12.75 8.75a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5Zm-5.5 7a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5Z',
	popOut:
		'M11.5 3.5h5v5M16 4l-6.5 6.5M8 4.5H5A1.5 1.5 0 0 0 3.5 6v9A1.5 1.5 0 0 0 5 16.5h9a1.5 1.5 0 0 0 1.5-1.5v-3',
	lock: 'M5 9h10a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 15 17H5a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 5 9Zm1.8 0V6.2a3.2 3.2 0 0 1 6.4 0V9',
	back: 'm12.5 4-6 6 6 6',
	timer: 'M10 17a6.25 6.25 0 1 0 0-12.5A6.25 6.25 0 0 0 10 17Zm0-9.5v3.5l2 1.4M8 2h4',
	close: 'm5 5 10 10m0-10L5 15',
	done: 'm4.5 10.5 3.8 3.8 7.2-8.6',
	muted:
		'M8.3 16.2a1.9 1.9 0 0 0 3.4 0M5.6 7.6v2.6L4.2 13h9.3M7.2 4.4a4.4 4.4 0 0 1 7.2 3.4v2.6l.8 1.6M3.5 3.5l13 13',
	notify: 'M8.3 16.2a1.9 1.9 0 0 0 3.4 0M5.6 10.2V7.8a4.4 4.4 0 0 1 8.8 0v2.4l1.4 2.8H4.2l1.4-2.8Z',
	pinned: 'M7.2 3.5h5.6l-.6 5 2.3 2.8H5.5l2.3-2.8-.6-5ZM10 11.3v5.4',
	archived: 'M3.5 4h13v3.2h-13V4Zm1.2 3.2h10.6V16H4.7V7.2ZM8 10.2h4',
	gap: 'M4 5h12M4 10h1.5m3 0h3m3 0H16M4 15h12',
	photo:
		'M4.5 4h11A1.5 1.5 0 0 1 17 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5v-9A1.5 1.5 0 0 1 4.5 4Zm-1 10 4-4.2 3 3 2.2-2 3.8 3.4M12.8 8.2h.1',
	video:
		'M4.5 5h7A1.5 1.5 0 0 1 13 6.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 13.5v-7A1.5 1.5 0 0 1 4.5 5ZM13 9l4-2.5v7L13 11',
	voice:
		'M10 12a2.5 2.5 0 0 0 2.5-2.5v-4a2.5 2.5 0 0 0-5 0v4A2.5 2.5 0 0 0 10 12Zm-5-2.5a5 5 0 0 0 10 0M10 14.5v3',
	sticker:
		'M5 3.5h10A1.5 1.5 0 0 1 16.5 5v6l-5.5 5.5H5A1.5 1.5 0 0 1 3.5 15V5A1.5 1.5 0 0 1 5 3.5Zm6 13v-4a1.5 1.5 0 0 1 1.5-1.5h4',
	file: 'M6 2.5h5.5l4 4V16A1.5 1.5 0 0 1 14 17.5H6A1.5 1.5 0 0 1 4.5 16V4A1.5 1.5 0 0 1 6 2.5Zm5.3.2v4h4',
	share: 'm11.5 4.5 5 5-5 5v-3.2c-4 0-6.3 1.2-8 4 .3-4.6 3-7.4 8-7.7V4.5Z',
	call: 'M5 3.5h2.4l1.2 3.4-1.6 1.4a9 9 0 0 0 4.7 4.7l1.4-1.6 3.4 1.2V15a1.5 1.5 0 0 1-1.6 1.5A12 12 0 0 1 3.5 5 1.5 1.5 0 0 1 5 3.5Z',
	deleted: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM5.2 5.2l9.6 9.6',
	unsupported:
		'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm-1.8-8.6a1.9 1.9 0 1 1 2.8 1.7c-.6.4-1 .8-1 1.5m0 2.3h.01',
	snoozed: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.8 7.5h4.4l-4.4 5h4.4',
	unread:
		'M16.5 8.2V14a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 14V6A1.5 1.5 0 0 1 5 4.5h6.2M3.8 6.4 10 10.6l2.4-1.6M15.5 6.4a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8Z',
	readHere:
		'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5Zm7.5 2.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
	kept: 'M5.5 3.5h9V17L10 13.4 5.5 17V3.5Z',
	label: 'M3.5 4.5h6.2l7 7-5.4 5.4-7.8-7.6V4.5Zm3.4 3.3h.1',
	signedOut: 'M11.5 4H5.5A1.5 1.5 0 0 0 4 5.5v9A1.5 1.5 0 0 0 5.5 16h6M9 10h8m-3-3 3 3-3 3',
	select: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm-3.2-7 2.3 2.4 4.2-4.6',
	check: 'm5 10.4 3.4 3.4L15.4 6.6',
	delete:
		'M4 5.5h12M8 5.2V3.5h4v1.7M5.6 5.8l.7 9.7a1.2 1.2 0 0 0 1.2 1h5a1.2 1.2 0 0 0 1.2-1l.7-9.7',
	more: 'M4.5 10.7a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4Zm5.5 0a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4Zm5.5 0a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4Z',
	down: 'm4 7.5 6 6 6-6',
	person: 'M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10Zm-6 6.5a6 6 0 0 1 12 0',
} as const;

export type IconName = keyof typeof drawings;

export type IconSize = 14 | 16 | 20;

interface IconProps {
	name: IconName;
	size?: IconSize | undefined;
	/** Points along the line of writing, so it is mirrored right-to-left. */
	isMirrored?: boolean | undefined;
}

/** Decoration beside words: hidden from assistive technology. */
export function Icon({ name, size = 20, isMirrored = false }: IconProps) {
	return (
		<svg
			class={isMirrored ? 'icon icon-mirrored' : 'icon'}
			width={size}
			height={size}
			viewBox="0 0 20 20"
			aria-hidden="true"
		>
			<path d={drawings[name]} />
		</svg>
	);
}
