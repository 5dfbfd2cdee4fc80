import { fitPopup } from '@/lib/page/fit-popup';
import { mountPage } from '@/lib/page/mount-page';
import { GuardedInbox } from '../inbox/GuardedInbox';
import '@/components/base.css';
import './popup.css';

fitPopup();
mountPage(<GuardedInbox frame="popup" />);
