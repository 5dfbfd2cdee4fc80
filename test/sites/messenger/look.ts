/** Class names for looks only: as meaningless and as short-lived as all others. */
const made = new Map<string, string>();

export function look(name: string): string {
	const known = made.get(name) ?? `y${Math.random().toString(36).slice(2, 9)}`;
	made.set(name, known);
	return known;
}

export const rowHeight = 72;

export function styleSheet(): string {
	const css: Record<string, string> = {
		page: 'display:flex;height:100vh;background:#fff;color:#050505;overflow:hidden',
		bar: 'display:flex;flex-direction:column;gap:8px;padding:12px 8px;border-inline-end:1px solid #e4e6eb',
		barItem:
			'display:grid;place-items:center;width:44px;height:44px;border-radius:10px;background:#f2f4f7',
		side: 'display:flex;flex-direction:column;width:340px;flex:none;border-inline-end:1px solid #e4e6eb',
		sideHead: 'padding:16px;font-size:22px;margin:0',
		search:
			'margin:0 16px 12px;padding:8px 14px;border-radius:20px;background:#f0f2f5;color:#65676b',
		list: 'flex:1;overflow-y:auto;position:relative',
		row: `height:${rowHeight}px;position:relative;padding:0 8px`,
		rowMenu: 'position:absolute;inset-inline-end:20px;top:24px;width:20px;height:20px',
		link: 'display:grid;grid-template-columns:48px 1fr auto;column-gap:12px;align-items:center;height:100%;padding:0 8px;border-radius:10px;color:inherit;text-decoration:none',
		current: 'background:#e7f3ff',
		avatar:
			'grid-row:1/3;width:48px;height:48px;border-radius:50%;display:block;background:#8a8df0',
		name: 'grid-column:2;align-self:end;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;font-size:15px',
		preview:
			'grid-column:2;grid-row:2;align-self:start;color:#65676b;white-space:nowrap;overflow:hidden;text-overflow:ellipsis',
		unread: 'font-weight:700;color:#050505',
		away: 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)',
		time: 'grid-column:3;grid-row:2;color:#65676b;text-decoration:none;font-size:12px',
		muted: 'grid-column:3;grid-row:1;width:14px;height:14px;border-radius:50%;background:#bcc0c4',
		main: 'flex:1;display:flex;flex-direction:column;min-width:0',
		mainHead: 'padding:14px 20px;border-bottom:1px solid #e4e6eb;font-size:17px;margin:0',
		log: 'flex:1;min-height:0;display:flex;flex-direction:column',
		scroller: 'overflow-y:auto;padding:12px 20px;height:100%',
		grow: 'flex:1;min-height:0',
		shell: 'height:44px',
		cells: 'display:flex;align-items:flex-end;gap:8px;margin:2px 0',
		mine: 'justify-content:flex-end',
		slot: 'width:28px;flex:none',
		face: 'width:28px;height:28px;border-radius:50%;background:#8a8df0',
		bubble:
			'display:inline-block;max-width:420px;padding:8px 12px;border-radius:18px;background:#f0f0f0;white-space:pre-wrap;overflow-wrap:anywhere',
		own: 'background:#0a66ff;color:#fff',
		emoji: 'height:1.2em;width:1.2em;vertical-align:-0.2em',
		picture:
			'width:220px;height:140px;border-radius:14px;background:linear-gradient(135deg,#c6d9f7,#f3d6e4)',
		above: 'font-size:12px;color:#65676b;margin:4px 40px;font-weight:400',
		quote:
			'display:inline-block;max-width:360px;padding:6px 10px;border-radius:14px;background:#e4e6eb;color:#65676b;margin:0 36px',
		reaction:
			'display:inline-block;font-size:12px;border:1px solid #e4e6eb;border-radius:10px;padding:0 6px;background:#fff',
		seen: 'width:14px;height:14px;border-radius:50%;background:#8a8df0;margin-inline-start:auto;display:block',
		date: 'text-align:center;color:#65676b;font-size:12px;margin:14px 0',
		notice: 'text-align:center;color:#65676b;font-size:12px;margin:8px 0',
		composer:
			'margin:12px 20px;padding:10px 16px;border-radius:20px;background:#f0f2f5;color:#65676b',
		form: 'display:grid;gap:12px;width:320px;margin:20vh auto',
		skeleton: 'height:56px;margin:8px 16px;border-radius:10px;background:#f0f2f5',
		feed: 'max-width:560px;margin:24px auto',
		post: 'padding:16px;border:1px solid #e4e6eb;border-radius:10px;margin:12px 0',
		chatTab:
			'position:fixed;bottom:0;inset-inline-end:24px;width:300px;border:1px solid #e4e6eb;background:#fff;padding:8px',
	};
	const rules = Object.entries(css).map(([name, body]) => `.${look(name)}{${body}}`);
	return `*{box-sizing:border-box}body{margin:0;font:15px/1.35 system-ui,sans-serif}${rules.join('')}`;
}
