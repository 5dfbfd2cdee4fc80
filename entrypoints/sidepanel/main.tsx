import { mountPage } from '@/lib/page/mount-page';
import { GuardedInbox } from '../inbox/GuardedInbox';
import '@/components/base.css';

mountPage(<GuardedInbox frame="panel" />);
