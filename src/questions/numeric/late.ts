/** Reading and judging numbers: more than all else of these types, and not needed before somebody answers. */
import { registerLate } from '../../runtime/register.ts';
import { gradeCalculated } from '../calculated/grade.ts';
import { gradeNumeric } from './grade.ts';

registerLate('numeric', () => ({
  grade: (question, response) =>
    question.type === 'numeric' ? gradeNumeric(question, response) : gradeCalculated(question, response),
}));
