/** Comparing typed texts: more than all else of these types, and not needed before somebody answers. */
import { registerLate } from '../../runtime/register.ts';
import { gradeCloze } from '../cloze/grade.ts';
import { gradeShortText } from './grade.ts';

registerLate('short-text', () => ({
  grade: (question, response) =>
    question.type === 'cloze' ? gradeCloze(question, response) : gradeShortText(question, response),
}));
