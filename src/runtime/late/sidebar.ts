/** The course's contents beside a page, in the place of its neighbours, which stand there before. */
import { registerLate } from '../register.ts';
import { sidebarPart } from '../sidebar.ts';

registerLate('sidebar', sidebarPart);
