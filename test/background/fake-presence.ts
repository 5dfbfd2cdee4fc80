import { fakeBrowser } from 'wxt/testing/fake-browser';

type Listener = (value: string) => void;

/** What the test browser does not have: whether anybody is there, keys, and a reload. */
export class FakePresence {
	idleSeconds: number | null = null;
	reloads = 0;
	windows = 1;
	#onState: Listener | null = null;
	#onCommand: Listener | null = null;

	readonly #hearState = (listener: Listener): void => {
		this.#onState = listener;
	};

	readonly #hearCommand = (listener: Listener): void => {
		this.#onCommand = listener;
	};

	constructor() {
		Object.assign(fakeBrowser.idle, {
			setDetectionInterval: (seconds: number) => {
				this.idleSeconds = seconds;
			},
			onStateChanged: { addListener: this.#hearState },
		});
		Object.assign(fakeBrowser.commands, { onCommand: { addListener: this.#hearCommand } });
		Object.assign(fakeBrowser.windows, {
			getAll: async () => Array.from({ length: this.windows }, (_, id) => ({ id })),
		});
		Object.assign(fakeBrowser.runtime, {
			reload: () => {
				this.reloads += 1;
			},
		});
	}

	/** The computer is used, is not, or its screen is locked. */
	be(state: 'active' | 'idle' | 'locked'): void {
		this.#onState?.(state);
	}

	/** The browser's own shortcut is pressed. */
	press(command: string): void {
		this.#onCommand?.(command);
	}
}
