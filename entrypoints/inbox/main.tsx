import { mountPage } from '@/lib/page/mount-page';
import { InboxPage } from './InboxPage';
import '@/components/base.css';

mountPage(<InboxPage frame="tab" />);
