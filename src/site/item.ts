import { modulePage, pageContents } from '../../templates/site/pages/module.tsx';
import { quizPage } from '../../templates/site/pages/quiz.tsx';
import { practiceQuestion } from '../../templates/site/question.tsx';
import { html, isPhrasing } from '../../templates/site/raw.ts';
import type { PageItem, Place, QuestionView } from '../../templates/site/types.ts';
import type { PageWords } from '../../templates/site/words.ts';
import type { PageSource, QuestionSource, QuizSource } from '../load/source.ts';
import { countAsked } from '../model/attempt.ts';
import type { Module, Quiz } from '../model/course.ts';
import { type ItemId, questionKey } from '../model/ids.ts';
import type { Html } from '../model/question.ts';
import type { QuestionType, SealedQuestion } from '../questions/question.ts';
import { questionKinds } from '../questions/registry.ts';
import { renderCandidates } from './candidates.ts';
import { createLinker, type LinkContext } from './link.ts';
import { pageQuestions } from './sealed.ts';

/** The page of one module or quiz, before it is put into the document. */
export interface RenderedItem {
  readonly page: {
    readonly description?: string;
    readonly main: Html;
    readonly aside?: Html;
  };
  readonly questions: readonly SealedQuestion[];
  /** The question types that it uses, in a fixed order. */
  readonly types: readonly QuestionType[];
  readonly origins: ReadonlySet<string>;
  /** The late bundles (`SiteParts.late`) that the page is sure to ask for. */
  readonly late: readonly string[];
}

/** Joins and renders one item's page. Its source must be loaded. */
export function renderItem(item: PageItem, place: Place, context: LinkContext, root: string): RenderedItem {
  if (item.kind === 'module') {
    const source = context.loaded.pages.get(item.id);
    if (source === undefined) throw new Error(`Module ${item.id} has no page`);
    return renderModule(item, source, place, context, root);
  }
  const source = context.loaded.quizzes.get(item.id);
  if (source === undefined) throw new Error(`Quiz ${item.id} has no source`);
  return renderQuiz(item, source, place, context, root);
}

const QUESTION = /\uE000q(\d+)\uE001/g;

function renderModule(
  item: Module,
  source: PageSource,
  place: Place,
  context: LinkContext,
  root: string,
): RenderedItem {
  const { link, origins } = createLinker(context, source.file, source.refs, root);
  const views = questionViews(item.id, source.questions, link, context.words);
  const linked = link(source.html);
  const content =
    views.length === 0
      ? linked
      : linked.replace(QUESTION, (_, index: string) => {
          const view = views[Number(index)];
          return view === undefined ? '' : html(practiceQuestion(view));
        });
  const description = source.meta.description ?? firstSentences(source.excerpt);
  const { section } = place.neighbours;
  const late = [
    ...(content.includes(' data-embed="') ? ['embeds'] : []),
    ...('autoplay' in section && section.autoplay ? ['autoplay'] : []),
    ...(content.includes(' data-media="') ? ['media'] : []),
    ...(source.questions.some((question) => isDrawn(question)) ? ['draw'] : []),
    ...gradedBy(source.questions),
  ];
  return {
    page: {
      ...(description !== '' && { description }),
      main: modulePage(item, source, content, place, root, context.words),
      aside: pageContents(source, context.words),
    },
    questions: pageQuestions(item.id, source.questions, link),
    types: typesOf(source.questions),
    origins,
    late,
  };
}

function renderQuiz(
  item: Quiz,
  source: QuizSource,
  place: Place,
  context: LinkContext,
  root: string,
): RenderedItem {
  const { link, origins } = createLinker(context, source.file, source.refs, root);
  const intro = source.intro === undefined ? undefined : asBlock(link(source.intro.html));
  const drawn = renderCandidates(item, source, context, root);
  const asked = [...source.questions, ...drawn.sources];
  const main = quizPage(
    item,
    intro,
    numbered(questionViews(item.id, source.questions, link, context.words), item),
    place,
    root,
    context.words,
  );
  const description = source.intro === undefined ? '' : firstSentences(source.intro.text);
  return {
    page: {
      ...(description !== '' && { description }),
      main,
    },
    questions: [...pageQuestions(item.id, source.questions, link), ...drawn.questions],
    types: typesOf(asked),
    origins: new Set([...origins, ...drawn.origins]),
    late: lateOf(item, asked),
  };
}

/** What a quiz needs from the start of what is loaded late: a page must not change under somebody's hands. */
function lateOf({ draws, settings = {} }: Quiz, questions: readonly QuestionSource[]): string[] {
  const { time, shuffle, shuffleOptions, oneAtATime, confidence } = settings;
  const isStarted = draws !== undefined || time !== undefined;
  const isMixed = shuffle || questions.some((question) => isDrawn(question, shuffleOptions));
  return [
    ...(isStarted || isMixed ? ['draw'] : []),
    ...(isStarted || oneAtATime || confidence ? ['taking'] : []),
    ...gradedBy(questions),
  ];
}

/** What grades the questions where their own bundles do not. */
function gradedBy(questions: readonly QuestionSource[]): string[] {
  return questions.flatMap(({ type }) => questionKinds[type].late ?? []);
}

/** Is the order of its options, or what it asks, drawn for each learner? The page loads what draws. */
function isDrawn({ type, shuffle }: QuestionSource, shuffled = false): boolean {
  return questionKinds[type].drawsValues || (shuffle ?? shuffled);
}

function questionViews(
  item: ItemId,
  sources: readonly QuestionSource[],
  link: (html: Html) => Html,
  words: PageWords,
): QuestionView[] {
  return sources.map((source, index) => ({
    key: questionKey(item, source.id.value),
    source,
    number: index + 1,
    of: sources.length,
    link,
    words,
  }));
}

/** The questions that are always asked, with the numbers that draws leave to them. */
function numbered(views: readonly QuestionView[], quiz: Quiz): QuestionView[] {
  const of = countAsked(quiz);
  return views.map((view, index) => {
    const drawn = (quiz.draws ?? []).filter(({ before }) => before <= index);
    const number = drawn.reduce((sum, { count }) => sum + count, index + 1);
    return { ...view, number, of };
  });
}

function typesOf(sources: readonly QuestionSource[]): QuestionType[] {
  return [...new Set(sources.map((source) => source.type))].sort();
}

/** A single paragraph was compiled without its `<p>`; as a block of its own it gets it back. */
function asBlock(text: Html): Html {
  return isPhrasing(text) ? `<p>${text}</p>` : text;
}

const DESCRIPTION_LENGTH = 160;

/** The beginning of a text for search engines and sharing cards: whole words, at most about 160 characters. */
export function firstSentences(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= DESCRIPTION_LENGTH) return flat;
  const cut = flat.slice(0, DESCRIPTION_LENGTH);
  const space = cut.lastIndexOf(' ');
  return `${space > DESCRIPTION_LENGTH / 2 ? cut.slice(0, space) : cut}…`;
}
