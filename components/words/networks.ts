import { i18n } from '#i18n';
import type { Network } from '@/lib/model';

/** A proper name, the same in every language. */
export const networkName = (network: Network): string => i18n.t(`network.${network}`);
