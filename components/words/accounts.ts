import { i18n } from '#i18n';
import type { ListedAccount } from '@/lib/inbox/accounts';
import { countText } from './numbers';

/** "Account 2": the networks' own names of accounts are never stored. */
export const accountName = ({ ordinal }: Pick<ListedAccount, 'ordinal'>): string =>
	i18n.t('account.name', [countText(ordinal)]);
