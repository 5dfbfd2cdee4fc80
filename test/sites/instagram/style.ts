/** Looks of the stand-in only; by attributes, since class names are noise. */
export const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html, body { margin: 0; height: 100%; font: 14px/1.35 system-ui, "Noto Sans", sans-serif; color: #111; background: #fff; }
a { color: inherit; text-decoration: none; }
ul { list-style: none; margin: 0; padding: 8px 0; }
h2 { font-size: 16px; margin: 0; }
svg { width: 16px; height: 16px; fill: currentColor; flex: none; }
abbr { text-decoration: none; }
[data-stand-in="page"] { display: grid; grid-template-columns: 56px 360px 1fr; height: 100vh; }
[data-stand-in="menu"] { border-inline-end: 1px solid #ddd; padding: 16px; display: flex; flex-direction: column; gap: 20px; }
[data-stand-in="menu"] img[alt] { width: 24px; height: 24px; }
[data-stand-in="column"] { border-inline-end: 1px solid #ddd; display: flex; flex-direction: column; min-height: 0; }
[data-stand-in="top"] { display: flex; justify-content: space-between; align-items: center; padding: 20px 16px 8px; }
[role="tablist"] { display: flex; gap: 24px; padding: 8px 16px; font-weight: 600; color: #777; }
[role="tab"][aria-selected="true"] { color: #111; }
input { margin: 4px 16px; padding: 8px 12px; border: 0; border-radius: 10px; background: #efefef; font: inherit; }
[data-pagelet="IGDInboxThreadListScrollableAreaPagelet"] { overflow-y: auto; flex: 1; min-height: 0; }
[data-stand-in="row"] { display: flex; gap: 12px; align-items: center; padding: 8px 16px; height: 72px; cursor: pointer; }
[data-stand-in="row"][aria-pressed="true"] { background: #f2f2f2; }
[data-stand-in="lines"] { min-width: 0; flex: 1; }
[data-stand-in="lines"] > * { display: flex; gap: 4px; }
[data-stand-in="lines"] span { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
[data-stand-in="grey"] { color: #737373; }
span[data-visualcompletion="ignore"] { width: 8px; height: 8px; border-radius: 50%; background: #3797f0; overflow: hidden; text-indent: -99px; flex: none; }
img[alt="user-profile-picture"] { display: inline-block; width: 44px; height: 44px; border-radius: 50%; background: linear-gradient(135deg, #f9ce34, #ee2a7b, #6228d7); content: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 44 44'%3E%3Ccircle cx='22' cy='17' r='8' fill='white' fill-opacity='.85'/%3E%3Cellipse cx='22' cy='38' rx='14' ry='11' fill='white' fill-opacity='.85'/%3E%3C/svg%3E"); }
img[alt="user-profile-picture"] + img { margin-inline-start: -32px; translate: 0 6px; outline: 2px solid #fff; }
[data-stand-in="row"] > div:first-child { width: 56px; flex: none; white-space: nowrap; }
li [role="button"] { width: 72px; display: flex; flex-direction: column; gap: 4px; align-items: center; font-size: 12px; color: #737373; }
[role="group"] img[alt="user-profile-picture"] { width: 28px; height: 28px; }
img[alt=""] { display: block; width: 180px; height: 120px; border-radius: 12px; content: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 180 120'%3E%3Crect width='180' height='120' fill='%23cfe3ee'/%3E%3Cpath d='M0 120 60 50l40 40 30-30 50 60z' fill='%2387a9b8'/%3E%3Ccircle cx='140' cy='30' r='14' fill='%23fff3c4'/%3E%3C/svg%3E"); }
[data-stand-in="thread"] { display: flex; flex-direction: column; min-height: 0; }
[data-pagelet="IGDInboxHeaderOffMsys"] { display: flex; gap: 16px; align-items: center; padding: 12px 20px; border-bottom: 1px solid #ddd; }
[data-pagelet="IGDInboxHeaderOffMsys"] > :first-child { flex: 1; display: flex; flex-direction: column; align-items: start; color: #737373; }
[data-pagelet="IGDInboxHeaderOffMsys"] h2 { color: #111; }
[data-pagelet="IGDMessagesList"] { flex: 1; min-height: 0; display: flex; }
[data-pagelet="IGDMessagesList"] > div { flex: 1; padding: 0 20px; }
[role="group"][tabindex="-1"] { padding: 2px 0; outline: 0; }
[role="group"][tabindex="-1"] > div > div { align-items: flex-end; gap: 8px; }
[role="presentation"] { background: #efefef; border-radius: 18px; padding: 8px 12px; max-width: 420px; white-space: pre-wrap; overflow-wrap: anywhere; }
[style*="row-reverse"] [role="presentation"] { background: #3797f0; color: #fff; }
[data-stand-in="middle"] { text-align: center; color: #737373; font-size: 12px; padding: 16px 0 8px; }
[data-stand-in="remark"] { color: #737373; font-size: 12px; padding: 2px 36px; }
[data-stand-in="quote"] { color: #737373; font-size: 13px; padding: 2px 36px; white-space: pre-wrap; }
[data-stand-in="card"] { border: 1px solid #ddd; border-radius: 16px; padding: 10px; max-width: 260px; display: block; }
[data-stand-in="reaction"] { font-size: 12px; padding: 0 40px; }
[data-pagelet="IGDComposerForCannes"] { padding: 12px 20px; }
[role="textbox"] { border: 1px solid #ddd; border-radius: 22px; padding: 0 16px; min-height: 42px; }
[data-stand-in="empty"] { margin: auto; color: #737373; }
[data-pagelet^="IGDChatTabs"] { position: fixed; inset-block-end: 16px; inset-inline-end: 16px; width: 320px; border: 1px solid #ddd; border-radius: 12px; padding: 12px; background: #fff; }
[data-stand-in="skeleton"] { height: 56px; margin: 8px 16px; border-radius: 12px; background: #f2f2f2; }
`;
