import { mountPage } from '@/lib/page/mount-page';
import { WelcomePage } from './WelcomePage';
import '@/components/base.css';

mountPage(<WelcomePage />);
