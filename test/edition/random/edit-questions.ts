import { isMap, isSeq, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Draft, node, seq, text } from './draft.ts';
import type { Edit } from './edits.ts';

// Edits of questions, in quizzes and banks (YAML) and on pages (Markdown).

/** A question in YAML, where it stands. */
interface Asked {
  readonly file: string;
  readonly holder: string;
  readonly list: YAMLSeq;
  readonly node: YAMLMap;
  readonly id: string;
}

/** A question in Markdown. */
interface Block {
  readonly page: string;
  readonly holder: string;
  readonly id: string;
  readonly text: string;
}

export const questionEdits: Readonly<Record<string, Edit>> = {
  'rename a question': (draft) =>
    onOne(draft, {
      yaml(asked) {
        const id = draft.fresh('question');
        asked.node.set('id', id);
        draft.rename(`${asked.holder}#${asked.id}`, `${asked.holder}#${id}`);
        return true;
      },
      markdown(block) {
        const id = draft.fresh('question');
        draft.rename(`${block.holder}#${block.id}`, `${block.holder}#${id}`);
        return block.text.replace(`#${block.id}`, `#${id}`);
      },
    }),
  'mend the punctuation of a prompt': (draft) =>
    reword(draft, (prompt) => `${prompt.replace(/[.?!]\s*$/, '')} !`),
  'reword a prompt': (draft) => reword(draft, (prompt) => `${prompt} Think of it twice.`),
  'ask something else under the same name': (draft) =>
    onOne(draft, {
      yaml({ node: question }) {
        const name = draft.fresh('other');
        for (const { key } of [...question.items]) if (String(key) !== 'id') question.delete(key);
        question.set('prompt', `Nothing of what was asked here before is left: ${name}?`);
        question.set(
          'options',
          seq([
            { text: `Quite so, ${name}`, correct: true },
            { text: `By no means, ${name}`, feedback: 'No.' },
          ]),
        );
        return true;
      },
      markdown: ({ id }) =>
        `:::question{#${id}}\nNothing of it is left: ${draft.fresh('other')}?\n\n- [x] Quite so\n  > Yes.\n- [ ] By no means\n  > No.\n:::\n`,
    }),
  'correct a key': (draft) =>
    onOne(draft, {
      yaml: ({ node: question }) => correct(draft, question),
      markdown: (block) => corrected(draft, block.text),
    }),
  'accept more': (draft) =>
    onOne(draft, {
      yaml({ node: question }) {
        const answers = question.get('answers');
        const mistakes = question.get('mistakes');
        if (question.has('tolerance')) question.set('tolerance', 50);
        else if (isSeq(answers)) {
          // What was taken for a mistake is right after all.
          const moved = isSeq(mistakes) ? mistakes.items.pop() : undefined;
          if (isSeq(mistakes) && mistakes.items.length === 0) question.delete('mistakes');
          answers.add(moved ?? node(draft.fresh('word')));
        } else return false;
        return true;
      },
      markdown: ({ text: block }) =>
        /type=(short-text|numeric)/.test(block) ? block.replace('- [ ]', '- [x]') : undefined,
    }),
  'reword an option': (draft) =>
    onOne(draft, {
      yaml({ node: question }) {
        const options = question.get('options');
        const option = isSeq(options) ? draft.one(options.items) : undefined;
        if (!isMap(option)) return false;
        option.set('text', `${option.get('text')}, so to speak`);
        return true;
      },
      // Of what is typed the list says what counts.
      markdown: ({ text: block }) =>
        /type=(short-text|numeric|calculated)/.test(block)
          ? undefined
          : block.replace(/^(- \[[ x]\] [^`\n]*)$/m, '$1, so to speak'),
    }),
  'put options in another order': (draft) =>
    onOne(draft, {
      yaml({ node: question }) {
        const options = question.get('options');
        if (!isSeq(options)) return false;
        options.items.reverse();
        return true;
      },
      markdown: () => undefined,
    }),
  'change points of a question': (draft) =>
    onOne(draft, {
      yaml: ({ node: question }) => put(question, 'points', 1 + draft.random.below(4)),
      markdown: ({ text: block }) =>
        block.replace(/ points=\d+/, '').replace('{#', `{points=${1 + draft.random.below(4)} #`),
    }),
  'change the competency of a question': (draft) =>
    onOne(draft, {
      yaml({ node: question }) {
        const competencies = draft.course.get('competencies');
        const pair = isMap(competencies) ? draft.one(competencies.items) : undefined;
        if (!pair) return false;
        question.set('competency', String(pair.key));
        return true;
      },
      markdown: ({ text: block }) => block.replace(/ competency=\S+(?=[ }])/, ''),
    }),
  'remove a question': (draft) =>
    onOne(draft, {
      yaml({ holder, id, list, node: question }) {
        if (list.items.length === 1) return false;
        list.items.splice(list.items.indexOf(question), 1);
        draft.retire(`${holder}#${id}`);
        return true;
      },
      markdown({ holder, id }) {
        draft.retire(`${holder}#${id}`);
        return '';
      },
    }),
  'add a question'(draft) {
    const found = draft.one(draft.quizzes());
    const list = found && draft.root(found[1]).get('questions');
    if (!isSeq(list)) return false;
    const name = draft.fresh('added');
    list.items.splice(
      draft.random.below(list.items.length + 1),
      0,
      node({
        id: name,
        prompt: `What was added as ${name}?`,
        options: [
          { text: 'This', correct: true },
          { text: 'That', feedback: 'Not that.' },
        ],
      }),
    );
    return true;
  },
  'add a question to a page'(draft) {
    const found = draft.one(draft.pages.values());
    if (found === undefined) return false;
    const name = draft.fresh('added');
    draft.write(
      found,
      `${draft.text(found)}\n:::question{#${name}}\nWhat was added as ${name}?\n\n- [x] This\n  > Yes.\n- [ ] That\n  > No.\n:::\n`,
    );
    return true;
  },
  'move a question'(draft) {
    const asked = draft.one(questionsIn(draft));
    const target = draft.one([...draft.quizzes()].filter(([, path]) => path !== asked?.file));
    const list = target && draft.root(target[1]).get('questions');
    if (!asked || !target || !isSeq(list) || asked.list.items.length === 1) return false;
    moveTo(draft, asked, target[0], list);
    return true;
  },
  'split a quiz'(draft) {
    const found = draft.one(draft.quizzes('quiz'));
    if (!found) return false;
    const [id, path] = found;
    const asked = questionsIn(draft).filter(({ file }) => file === path);
    if (asked.length < 2) return false;
    const to = draft.fresh('half');
    draft.write(`quizzes/${to}.yaml`, 'title: The other half\npass: 50%\nquestions: []\n');
    const list = draft.root(`quizzes/${to}.yaml`).get('questions');
    const place = draft.places.find((other) => other.id === id);
    if (!isSeq(list) || !place) return false;
    for (const each of asked.slice(Math.ceil(asked.length / 2))) moveTo(draft, each, to, list);
    // Flow style comes from the empty list.
    list.flow = false;
    const after = place.section.has('items') ? place.list : draft.one(draft.lists);
    after?.items.splice(after.items.indexOf(place.node) + 1, 0, new Scalar(to));
    return true;
  },
  'move a question between pages'(draft) {
    const block = draft.one(blocksIn(draft));
    const target = draft.one([...draft.pages].filter(([, path]) => path !== block?.page));
    if (!block || !target) return false;
    const [to, path] = target;
    if (blocksIn(draft).some(({ holder, id }) => holder === to && id === block.id)) return false;
    draft.write(
      block.page,
      draft.text(block.page).replace(block.text, () => ''),
    );
    draft.write(path, `${draft.text(path)}\n${block.text}`);
    draft.rename(`${block.holder}#${block.id}`, `${to}#${block.id}`);
    return true;
  },
  'put questions in another order'(draft) {
    const found = draft.one(draft.quizzes());
    const list = found && draft.root(found[1]).get('questions');
    if (!isSeq(list)) return false;
    list.items.reverse();
    return true;
  },
  'change what hints cost': (draft) =>
    onOne(draft, {
      yaml: ({ node: question }) => put(question, 'hints', seq([{ text: 'Look again.', cost: '40%' }])),
      markdown: () => undefined,
    }),
};

function put(question: YAMLMap, key: string, value: unknown): true {
  question.set(key, value);
  return true;
}

function onOne(
  draft: Draft,
  how: {
    /** False: there is nothing of the kind. */
    readonly yaml: (asked: Asked) => boolean;
    /** The new block; undefined: there is nothing of the kind. */
    readonly markdown: (block: Block) => string | undefined;
  },
): boolean {
  const all = [...questionsIn(draft), ...blocksIn(draft)];
  // The first from some place on that it fits.
  const from = draft.random.below(Math.max(1, all.length));
  return [...all.slice(from), ...all.slice(0, from)].some((found) => {
    if ('node' in found) return how.yaml(found);
    const block = how.markdown(found);
    if (block === undefined || block === found.text) return false;
    const page = draft.text(found.page);
    draft.write(
      found.page,
      page.replace(found.text, () => block),
    );
    return true;
  });
}

function questionsIn(draft: Draft): Asked[] {
  return [...draft.quizzes()].flatMap(([holder, file]) => {
    const list = draft.root(file).get('questions');
    if (!isSeq(list)) return [];
    return list.items.flatMap((entry): Asked[] => {
      const id = isMap(entry) ? text(entry.get('id')) : undefined;
      return isMap(entry) && id !== undefined ? [{ file, holder, list, node: entry, id }] : [];
    });
  });
}

const BLOCK = /^:::question\{[^}]*#([\w-]+)[^}]*\}\n[\s\S]*?^:::[ \t]*(?:\n|$)/gm;

function blocksIn(draft: Draft): Block[] {
  return [...draft.pages].flatMap(([holder, page]) =>
    [...draft.text(page).matchAll(BLOCK)].map(([text, id = '']) => ({ page, holder, id, text })),
  );
}

function moveTo(
  draft: Draft,
  { holder, id, list, node: question }: Asked,
  to: string,
  target: YAMLSeq,
): void {
  const taken = new Set(target.items.map((entry) => (isMap(entry) ? entry.get('id') : undefined)));
  const name = taken.has(id) ? draft.fresh('question') : id;
  question.set('id', name);
  list.items.splice(list.items.indexOf(question), 1);
  target.add(question);
  draft.rename(`${holder}#${id}`, `${to}#${name}`);
}

function reword(draft: Draft, how: (prompt: string) => string): boolean {
  return onOne(draft, {
    yaml: ({ node: question }) => put(question, 'prompt', how(String(question.get('prompt')))),
    markdown: ({ text: block }) => {
      const [head = '', prompt = '', ...rest] = block.split('\n');
      // A prompt of two lines, or of a picture, stays as it is.
      return rest[0] === '' ? [head, how(prompt), ...rest].join('\n') : undefined;
    },
  });
}

/** Another answer is right. */
function correct(draft: Draft, question: YAMLMap): boolean {
  const options = question.get('options');
  const answer = question.get('answer');
  if (isSeq(options)) {
    const all = options.items.filter((option) => isMap(option));
    const right = all.filter((option) => option.get('correct') === true);
    const wrong = draft.one(all.filter((option) => option.get('correct') !== true));
    if (right.length === 0 || !wrong) return false;
    right[0]?.delete('correct');
    wrong.set('correct', true);
    return true;
  }
  if (typeof answer === 'boolean') question.set('answer', !answer);
  else if (isMap(answer) && typeof answer.get('value') === 'number')
    answer.set('value', Number(answer.get('value')) * 2);
  else return false;
  return true;
}

function corrected(draft: Draft, block: string): string | undefined {
  const right = /^- \[x\] /m.exec(block);
  const wrong = draft.one(block.matchAll(/^- \[ \] /gm));
  if (!right || !wrong) return undefined;
  const marks = [...block];
  marks[right.index + 3] = ' ';
  marks[wrong.index + 3] = 'x';
  return marks.join('');
}
