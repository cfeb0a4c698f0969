import { cancel, intro, select, text } from '@clack/prompts';
import type { SectionType } from '../../model/course.ts';
import { Refusal } from '../../platform/refusal.ts';
import { idFromTitle, PLAIN_ID, problem, SHAPES } from './answers.ts';
import type { Answers } from './starter.ts';

/** Asks on the terminal for what was not given. Throws a `Refusal` when the person gives up. */
export async function ask(given: Partial<Answers>, suggestedTitle: string): Promise<Answers> {
  intro('A new course');
  const title = given.title ?? (await line('What is it called?', suggestedTitle, problem.title));
  const shape =
    given.shape ??
    answered(
      await select<SectionType>({
        message: 'How do learners go through it? Shapes can be mixed later.',
        options: SHAPES.map(({ shape, label, hint }) => ({ value: shape, label, hint })),
      }),
    );
  const id =
    given.id ??
    (await line(
      'Its id? Learners’ progress is kept under it, so it never changes.',
      idFromTitle(title) ?? PLAIN_ID,
      problem.id,
    ));
  const language = given.language ?? (await line('In which language is it?', 'en', problem.language));
  return { title, shape, id, language, ...(given.accent === undefined ? {} : { accent: given.accent }) };
}

/** One line of text; Enter alone takes the suggestion. */
async function line(
  message: string,
  suggestion: string,
  wrong: (text: string) => string | undefined,
): Promise<string> {
  const validate = (value: string | undefined) =>
    value === undefined || value === '' ? undefined : wrong(value);
  return answered(
    await text({ message, placeholder: suggestion, defaultValue: suggestion, validate }),
  ).trim();
}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (isAnswer(answer)) return answer;
  cancel('Nothing was written.');
  throw new Refusal('You stopped before the course was made.');
}

/** The library gives a symbol when somebody gives up. */
function isAnswer<T>(answer: T): answer is Exclude<T, symbol> {
  return typeof answer !== 'symbol';
}
