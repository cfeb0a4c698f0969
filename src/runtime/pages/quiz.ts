/** The bundle of quiz pages. */
import { quizForm } from '../quiz/quiz-form.ts';
import { registerPage } from '../register.ts';

registerPage('quiz', (page, tools) => {
  const form = tools.one('form[data-quiz]');
  const { item } = page;
  if (!form || item?.kind !== 'quiz') return undefined;
  const show = quizForm(page, item, form, tools);
  return () => {
    // While the gate shows there is nothing to fill in.
    if (!form.closest('[data-content][hidden]')) show();
  };
});
