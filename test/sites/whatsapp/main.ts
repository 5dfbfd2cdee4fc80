import { startSite } from '../stage';
import { drawing } from './drawing';

startSite(drawing);
