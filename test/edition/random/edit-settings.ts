import { isMap, isSeq, Pair, Scalar, type YAMLMap } from 'yaml';
import { type Draft, node, replaceScalars, seq } from './draft.ts';
import { removeBadge, withFrontMatter } from './edit-items.ts';
import type { Edit } from './edits.ts';

// Edits of what decides: pass marks, attempts, conditions, done rules, points, competencies, badges, draws, the types of sections.

export const settingEdits: Readonly<Record<string, Edit>> = {
  'change a pass mark': (draft) =>
    onQuiz(draft, (quiz) => set(quiz, 'pass', draft.one([undefined, '20%', '50%', '80%', '100%']))),
  'change the number of attempts': (draft) =>
    onQuiz(draft, (quiz) => {
      set(quiz, 'attempts', draft.one([undefined, 1, 2, 5]));
      const policy = draft.one([undefined, 'continue', 'contact', 'review']);
      set(quiz, 'exhausted', quiz.has('attempts') ? policy : undefined);
      if (policy !== 'review') return;
      const id = draft.one(draft.pages.keys());
      if (id !== undefined) quiz.set('review', seq([id]));
    }),
  'change what a failed quiz asks for': (draft) =>
    onQuiz(draft, (quiz) => {
      const ids = [draft.one(draft.pages.keys())].filter((id) => id !== undefined);
      if (draft.random.chance(0.3)) quiz.delete('review');
      else quiz.set('review', seq(ids));
    }),
  'change how a quiz is taken': (draft) =>
    onQuiz(draft, (quiz) => {
      const [key, value] = draft.one([
        ['shuffle', true],
        ['shuffle-options', true],
        ['one-at-a-time', true],
        ['time', 10],
        ['retry', 'missed'],
        ['confidence', true],
      ] as const) ?? ['shuffle', true];
      set(quiz, key, quiz.has(key) ? undefined : value);
    }),
  'change a draw'(draft) {
    const found = draft.one(
      [...draft.quizzes('quiz').values()].flatMap((path) => {
        const list = draft.root(path).get('questions');
        return isSeq(list) ? list.items.filter((entry) => isMap(entry) && entry.has('draw')) : [];
      }),
    );
    if (!isMap(found)) return false;
    found.set('draw', 1 + draft.random.below(3));
    if (draft.random.chance(0.4)) {
      found.delete('tags');
      found.delete('difficulty');
    }
    return true;
  },
  'translate the course'(draft) {
    draft.course.set('language', draft.course.get('language') === 'fr' ? 'pl' : 'fr');
    for (const path of draft.quizzes().values()) {
      const list = draft.root(path).get('questions');
      for (const question of isSeq(list) ? list.items : []) translateQuestion(question);
    }
    // What may be anything but prose stays: only lines of plain words, titles and the options of choices are others.
    for (const path of draft.pages.values())
      draft.write(
        path,
        draft.text(path).replace(/^(title: |- \[[ x]\] )?([\p{Lu}][\p{L} ,;.?!']+)$/gmu, inOtherWords),
      );
    return true;
  },
  'rename a bank'(draft) {
    const found = draft.one(draft.quizzes('bank'));
    if (!found) return false;
    const [id, path] = found;
    const to = draft.fresh('bank');
    draft.move(path, `quizzes/${to}.yaml`);
    const root = draft.root(`quizzes/${to}.yaml`);
    if (root.has('id')) root.set('id', to);
    for (const quiz of draft.quizzes('quiz').values()) {
      const list = draft.root(quiz).get('questions');
      for (const entry of isSeq(list) ? list.items : [])
        if (isMap(entry) && entry.has('draw')) {
          if (entry.get('from') === id) entry.set('from', to);
          else replaceScalars(entry.get('from'), id, to);
        }
    }
    draft.rename(id, to);
    return true;
  },
  'change whether an item is required': (draft) =>
    onItem(draft, (item) => set(item, 'optional', item.get('optional') === true ? undefined : true)),
  'change what an item requires': (draft) =>
    onItem(draft, (item, id) => {
      const other = draft.one(draft.places.filter((place) => place.id !== id && place.kind === 'leaf'));
      if (!other || item.has('requires')) item.delete('requires');
      else item.set('requires', node({ completed: other.id }));
    }),
  'change when an item is there': (draft) =>
    onItem(draft, (item) => {
      const marked = [...draft.quizzes('quiz')].filter(([, path]) => draft.root(path).has('pass'));
      const quiz = draft.one(marked);
      if (!quiz || item.has('when')) item.delete('when');
      else
        item.set(
          'when',
          node(draft.one([{ failed: quiz[0] }, { passed: quiz[0] }, { points: { from: 20 } }])),
        );
    }),
  'change the points of an item': (draft) =>
    onItem(draft, (item) => {
      if (item.has('item')) item.set('points', draft.random.below(50));
    }),
  'change the type of a section'(draft) {
    const place = draft.one(
      draft.places.filter(
        ({ kind, node: found }) => kind === 'section' && isMap(found) && found.has('items'),
      ),
    );
    const section = draft.random.chance(0.2) ? draft.course.get('pathway') : place?.node;
    if (!isMap(section) || !section.has('items')) return false;
    const type = draft.one(['linear', 'hurdles', 'random-access']);
    section.delete('finish');
    section.delete('autoplay');
    section.set('type', type);
    return true;
  },
  'change a choice'(draft) {
    const found = draft.one(
      draft.places
        .map(({ node: section }) => section)
        .filter((section) => isMap(section) && section.has('choose')),
    );
    if (!isMap(found)) return false;
    if (draft.random.chance(0.5)) found.set('choose', 1 + draft.random.below(2));
    else set(found, 'switch', found.has('switch') ? undefined : true);
    return true;
  },
  'change a route'(draft) {
    const found = draft.one(
      draft.places
        .map(({ node: section }) => section)
        .filter((section) => isMap(section) && section.has('route')),
    );
    const route = isMap(found) ? found.get('route') : undefined;
    const rule = isSeq(route) ? draft.one(route.items) : undefined;
    const when = isMap(rule) ? rule.get('when') : undefined;
    if (!isMap(when)) return false;
    for (const key of ['below', 'from'])
      if (when.has(key)) when.set(key, draft.one(['30%', '50%', '70%', '90%']));
    return true;
  },
  'change when a module is done'(draft) {
    const found = draft.one(draft.pages.values());
    if (found === undefined) return false;
    const page = draft.text(found);
    const rules = ['view', 'manual', ...(page.includes(':::question') ? ['questions'] : [])];
    draft.remove(found);
    draft.write(found, withFrontMatter(page, 'done', draft.one(rules) ?? 'view'));
    return true;
  },
  'change when the course is finished'(draft) {
    const marked = [...draft.quizzes('quiz')].filter(([, path]) => draft.root(path).has('pass'));
    const quiz = draft.one(marked);
    if (!quiz || draft.course.has('complete')) draft.course.delete('complete');
    else draft.course.set('complete', node({ passed: quiz[0] }));
    return true;
  },
  'change when a badge is earned'(draft) {
    const badges = draft.course.get('badges');
    const pair = isMap(badges) ? draft.one(badges.items) : undefined;
    if (!isMap(badges) || !pair || !isMap(pair.value)) return false;
    pair.value.set('when', node({ points: { from: 1000 } }));
    return true;
  },
  'add a badge'(draft) {
    const id = draft.fresh('badge');
    const badges = draft.course.get('badges');
    const badge = node({ title: 'Beginner', description: 'Began.', when: { points: { from: 10 } } });
    if (isMap(badges)) badges.set(id, badge);
    else draft.course.set('badges', node({ [id]: badge }));
    return true;
  },
  'rename a badge': (draft) =>
    rekey(draft, 'badges', (from, to) => {
      for (const key of ['pathway', 'complete', 'badges', 'certificate'])
        replaceScalars(draft.course.get(key), from, to);
    }),
  'remove a badge'(draft) {
    const badges = draft.course.get('badges');
    const pair = isMap(badges) ? draft.one(badges.items) : undefined;
    if (!pair) return false;
    removeBadge(draft, String(pair.key));
    return true;
  },
  'rename a competency': (draft) =>
    rekey(draft, 'competencies', (from, to) => {
      for (const key of ['pathway', 'complete', 'badges', 'certificate'])
        replaceScalars(draft.course.get(key), from, to);
      for (const path of draft.quizzes().values()) {
        const root = draft.root(path);
        for (const holder of [root, ...questionsOf(root)])
          for (const key of ['competency', 'competencies']) {
            if (holder.get(key) === from) holder.set(key, to);
            else replaceScalars(holder.get(key), from, to);
          }
      }
      for (const path of draft.pages.values())
        draft.write(
          path,
          draft
            .text(path)
            .replace(new RegExp(`competency=${from}(?=[\\s}])`, 'g'), `competency=${to}`)
            .replace(/^(competenc(?:y|ies):.*)$/m, (line) =>
              line.replace(new RegExp(`(?<=[\\s[,])${from}(?=[\\s\\],]|$)`, 'g'), to),
            ),
        );
    }),
  'change what mastery takes'(draft) {
    const competencies = draft.course.get('competencies');
    const pair = isMap(competencies) ? draft.one(competencies.items) : undefined;
    if (!pair || !isMap(pair.value)) return false;
    pair.value.set('mastery', draft.one(['30%', '90%', '100%']));
    pair.value.set('evidence', 1 + draft.random.below(6));
    return true;
  },
  'write a file in another style'(draft) {
    const path = draft.one(['course.yaml', ...draft.quizzes().values()]) ?? 'course.yaml';
    draft.document(path);
    draft.lineWidth = 60;
    return true;
  },
  'reword a page'(draft) {
    const found = draft.one(draft.pages.values());
    if (found === undefined) return false;
    const page = draft.text(found);
    const end = page.startsWith('---\n') ? page.indexOf('\n---\n', 3) + 5 : 0;
    draft.write(found, `${page.slice(0, end)}\nA sentence that was not here before.\n${page.slice(end)}`);
    return true;
  },
};

function set(holder: YAMLMap, key: string, value: unknown): void {
  if (value === undefined) holder.delete(key);
  else holder.set(key, node(value));
}

function onQuiz(draft: Draft, how: (quiz: YAMLMap, id: string) => void): boolean {
  const found = draft.one(draft.quizzes('quiz'));
  if (!found) return false;
  how(draft.root(found[1]), found[0]);
  return true;
}

/** An item as a mapping, where it was a name alone. */
function onItem(draft: Draft, how: (item: YAMLMap, id: string) => void): boolean {
  const place = draft.one(draft.movable);
  if (!place) return false;
  const { id, list } = place;
  const item = isMap(place.node) ? place.node : node({ item: id });
  if (!isMap(item)) return false;
  list.items[list.items.indexOf(place.node)] = item;
  how(item, id);
  return true;
}

/** Gives a badge or a competency another id. */
function rekey(
  draft: Draft,
  what: 'badges' | 'competencies',
  follow: (from: string, to: string) => void,
): boolean {
  const all = draft.course.get(what);
  const pair = isMap(all) ? draft.one(all.items) : undefined;
  if (!isMap(all) || !pair) return false;
  const from = String(pair.key);
  const to = draft.fresh(what === 'badges' ? 'badge' : 'skill');
  all.items.splice(all.items.indexOf(pair), 1, new Pair(new Scalar(to), pair.value));
  follow(from, to);
  draft.rename(from, to);
  return true;
}

function questionsOf(root: YAMLMap): YAMLMap[] {
  const list = root.get('questions');
  return isSeq(list) ? list.items.filter((entry) => isMap(entry)) : [];
}

/** The words of a question and of its options, as far as they are plain; its ids stay. */
function translateQuestion(question: unknown): void {
  if (!isMap(question)) return;
  const options = question.get('options');
  for (const each of [question, ...(isSeq(options) ? options.items : [])])
    for (const key of ['prompt', 'text']) {
      const words = isMap(each) ? each.get(key) : undefined;
      if (isMap(each) && typeof words === 'string' && /^[\p{L} ,;.?!'’]+$/u.test(words))
        each.set(key, inOtherWords('', '', words));
    }
}

/** A text of which nothing is left but its length: each letter is that of thirteen places on. */
function inOtherWords(_: string, before: string | undefined, words: string): string {
  const turned = words.replace(/[a-z]/gi, (letter) => {
    const first = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
  return `${before ?? ''}${turned}`;
}
