import { createVaultTrial } from './vault-trial';

/** A page of builds for tests only: what drives the browser finds the vault here. */
Object.assign(globalThis, { vaultTrial: createVaultTrial() });
