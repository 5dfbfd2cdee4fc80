import { mountPage } from '@/lib/page/mount-page';
import { GuardedInbox } from './GuardedInbox';
import '@/components/base.css';

mountPage(<GuardedInbox frame="tab" />);
