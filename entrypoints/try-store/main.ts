import { openKillTrial } from './kill-trial';

/** A page of builds for tests only: what drives the browser finds its trials here. */
Object.assign(globalThis, { openKillTrial });
