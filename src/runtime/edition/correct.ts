import type { Question } from '../../questions/question.ts';
import type { Page } from '../page.ts';
import type { Progress } from '../progress.ts';
import type { Tools } from '../tools.ts';
import { sealedQuestions, unseal } from '../unseal.ts';
import type { Corrections } from './edition-part.ts';
import type { Told } from './news.ts';
import { regraded } from './regrade.ts';

/** What came of it. `waiting`: the items whose keys stand on their own pages only, as names of places. */
export interface Corrected {
  readonly told: readonly Told[];
  readonly waiting: readonly string[];
}

/** Grades answers again that were graded by other keys than today's, as far as these are at hand; records what gains. */
export async function correct(page: Page, tools: Tools): Promise<Corrected> {
  const { progress } = page;
  const stale = staleAnswers(progress);
  if (stale.size === 0) return { told: [], waiting: [] };
  const sealed = sealedQuestions();
  const own = sealed === undefined ? [] : await unseal(sealed);
  const all = [...own, ...(await corrections(tools))].filter((question) => tools.widgetOf(question));
  const needed = new Set(all.flatMap((question) => tools.widgetOf(question)?.needs ?? []));
  await Promise.all([...needed].map((name) => new Promise<unknown>((done) => tools.whenHere(name, done))));
  const questions = [...new Map(all.map((question) => [question.key, question])).values()];
  const facts = regraded(progress.course, progress.events, questions, (question, response) =>
    tools.widgetOf(question)?.grade(question, response),
  );
  const best = (item: string) => progress.item(item)?.quiz?.best ?? 0;
  const gains = new Map(facts.map(({ item }) => [item, { before: best(item), keys: new Set<string>() }]));
  for (const fact of facts) {
    progress.record(fact);
    for (const key of Object.keys(fact.credits)) gains.get(fact.item)?.keys.add(key);
  }
  const told = [...gains].map(([item, { before, keys }]): Told => {
    return { item, before, now: best(item), questions: keys.size };
  });
  const atHand = new Set(questions.map(({ key }) => key));
  const waiting = [...stale].filter(([key]) => !atHand.has(key)).map(([, item]) => `@${item}`);
  return { told, waiting: [...new Set(waiting)] };
}

/** The questions with answers to what they ask today by another key, with their items. */
function staleAnswers({ course, events }: Progress): ReadonlyMap<string, string> {
  const refs = new Map(
    course.items.flatMap((item) =>
      item.kind === 'section' ? [] : item.questions.map((ref) => [ref.key, { ref, item }] as const),
    ),
  );
  const stale = new Map<string, string>();
  for (const event of events) {
    if (event.type !== 'answered' || event.asks === undefined) continue;
    const found = refs.get(event.question);
    if (found?.ref.asks === event.asks && found.ref.answer !== event.answer)
      stale.set(event.question, found.item.id);
  }
  return stale;
}

/** What the site carries for pages that have not the question themselves (`src/site/corrections.ts`). */
async function corrections(tools: Tools): Promise<readonly Question[]> {
  const runtime = document.querySelector<HTMLScriptElement>('script[data-late-corrections]');
  // The portable edition has it from the start.
  if (!runtime && !window.coursewrightLate?.corrections) return [];
  const { sealed, scripts } = await new Promise<Corrections>((done) => tools.whenHere('corrections', done));
  const questions = await unseal(sealed);
  const missing = new Set(questions.filter((question) => !tools.widgetOf(question)).map(({ type }) => type));
  await Promise.all(
    [...missing].map((type) => insert(new URL(scripts[type] ?? '', runtime?.src ?? location.href), tools)),
  );
  return questions;
}

function insert(address: URL, { h }: Tools): Promise<void> {
  return new Promise((done, fail) => {
    const error = () => fail(new Error(`${address} could not be loaded.`));
    document.head.append(h('script', { src: `${address}`, load: () => done(), error }));
  });
}
