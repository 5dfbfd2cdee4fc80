import { mountPage } from '@/lib/page/mount-page';
import { InboxPage } from '../inbox/InboxPage';
import '@/components/base.css';

mountPage(<InboxPage frame="panel" />);
