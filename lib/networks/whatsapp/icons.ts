/** Drawings by name (`data-icon` or svg title). */

/** Own messages only. `wds-ic-*` since 2026-07, `msg-*` and `status-*` before. */
export const tick =
	/^(?:wds-ic-(?:read|delivered|sent|status-[a-z]+)|(?:msg|status)-(?:dblcheck|check|time)(?:-.*)?)$/u;
/** 2020 .. 2026-09; once per run. */
export const tailOut = /^tail-out$/u;
export const tailIn = /^tail-in$/u;
/** 2020 .. 2026-09. */
export const deleted = /^recalled(?:-.*)?$/u;
/** Guessed in the style of the others: no page with a call was seen. */
export const call = /(?:^|-)(?:call|phone)(?:-|$)/u;
export const voice = /^(?:audio-play|audio-pause|audio-download|ptt-status|ptt-.*)$/u;
export const video = /(?:^|-)(?:video|videocam|media-play)(?:-|$)/u;
export const file = /(?:^|-)document(?:-|$)/u;
/** 2026 modules, and the names before. */
export const muted = /(?:^|-)(?:notifications-off|muted)(?:-|$)/u;
export const pinned = /(?:^|-)(?:push-pin|pinned\d*)(?:-|$)/u;
