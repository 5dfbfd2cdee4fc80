// @vitest-environment jsdom
import { describe } from 'vitest';
import { tellStories } from '../live/tell-stories';

describe('a page that lives', () => tellStories('instagram'));
