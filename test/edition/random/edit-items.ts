import { isMap, isScalar, isSeq, Scalar, type YAMLMap } from 'yaml';
import { type Draft, listIn, mentions, node, type Place, replaceScalars, seq, text } from './draft.ts';
import type { Edit } from './edits.ts';

// Edits of the pathway: items that are renamed, moved, removed, added, and sections split and merged.

export const itemEdits: Readonly<Record<string, Edit>> = {
  'rename a module': (draft) => renameLeaf(draft, draft.pages, 'modules', '.md'),
  'rename a quiz': (draft) => renameLeaf(draft, draft.quizzes('quiz'), 'quizzes', '.yaml'),
  'rename a section'(draft) {
    const section = draft.one(draft.places.filter(({ kind }) => kind === 'section'));
    if (!section || !isMap(section.node)) return false;
    const to = draft.fresh('part');
    section.node.set('id', to);
    renameItem(draft, section.id, to);
    return true;
  },
  'put a module into another folder'(draft) {
    const found = draft.one(draft.pages);
    if (!found) return false;
    const [id, path] = found;
    const page = withFrontMatter(draft.text(path), 'id', id);
    draft.remove(path);
    draft.write(`modules/moved/${draft.fresh('file')}.md`, page);
    return true;
  },
  'put a quiz into another file'(draft) {
    const found = draft.one(draft.quizzes());
    if (!found) return false;
    const [id, path] = found;
    draft.root(path).set('id', id);
    draft.move(path, `quizzes/moved/${draft.fresh('file')}.yaml`);
    return true;
  },
  'move an item'(draft) {
    const place = draft.one(draft.movable);
    const inside =
      place && isMap(place.node) ? new Set([listIn(place.node), ...listsIn(place.node)]) : new Set();
    const list = draft.one(draft.lists.filter((other) => !inside.has(other)));
    if (!place || !list || (place.list.items.length === 1 && list !== place.list)) return false;
    takeOut(place);
    list.items.splice(draft.random.below(list.items.length + 1), 0, place.node);
    return true;
  },
  'remove an item'(draft) {
    const place = draft.one(draft.places.filter(({ list }) => list.items.length > 1));
    if (!place) return false;
    takeOut(place);
    const gone =
      place.kind === 'leaf'
        ? [place.id]
        : [place.id, ...(isMap(place.node) ? inside(place.node).map(({ id }) => id) : [])];
    for (const id of gone) removeItem(draft, id);
    return true;
  },
  'add a module'(draft) {
    const id = draft.fresh('new');
    draft.write(
      `modules/${id}.md`,
      `---\ntitle: ${id}\n---\n\nSomething new, which nobody knew before: ${id}.\n\n:::question{#asked}\nWhich of these was added as ${id}?\n\n- [x] This one\n  > Yes.\n- [ ] Another\n  > No.\n:::\n`,
    );
    return addLeaf(draft, id);
  },
  'add a quiz'(draft) {
    const id = draft.fresh('check');
    const question = {
      id: 'first',
      prompt: `What is new in ${id}?`,
      options: [
        { text: 'This quiz', correct: true },
        { text: 'Nothing', feedback: 'Look again.' },
      ],
    };
    draft.write(`quizzes/${id}.yaml`, 'title: New\n');
    const root = draft.root(`quizzes/${id}.yaml`);
    root.set('pass', draft.one(['50%', '100%']));
    if (draft.random.chance(0.3)) root.set('attempts', 2);
    root.set('questions', seq([question]));
    return addLeaf(draft, id);
  },
  'split a section'(draft) {
    const list = draft.one(draft.lists.filter(({ items }) => items.length > 1));
    if (!list) return false;
    const from = draft.random.below(list.items.length);
    const count = 1 + draft.random.below(list.items.length - from);
    const items = list.items.splice(from, count);
    const id = draft.fresh('part');
    const section = node({
      type: draft.one(['linear', 'hurdles', 'random-access']),
      id,
      title: `Part ${id}`,
    });
    if (isMap(section)) section.set('items', seq(items));
    list.items.splice(from, 0, section);
    return true;
  },
  'merge a section into the one around it'(draft) {
    const place = draft.one(
      draft.movable.filter(({ kind, node }) => kind === 'section' && isMap(node) && node.has('items')),
    );
    const inner = place && isMap(place.node) && listIn(place.node);
    if (!place || !inner) return false;
    const at = place.list.items.indexOf(place.node);
    place.list.items.splice(at, 1, ...inner.items);
    removeItem(draft, place.id);
    return true;
  },
  'retitle an item'(draft) {
    const place = draft.one(draft.places.filter(({ node }) => isMap(node) && node.has('title')));
    if (!place || !isMap(place.node)) return false;
    place.node.set('title', `Retitled ${draft.fresh('title')}`);
    return true;
  },
};

/** Takes an item out of its list. */
function takeOut({ list, node }: Place): void {
  list.items.splice(list.items.indexOf(node), 1);
}

function inside(section: YAMLMap): Place[] {
  const list = listIn(section);
  return (list?.items ?? []).flatMap((child): Place[] => {
    if (isScalar(child))
      return list ? [{ id: String(child.value), kind: 'leaf', list, section, node: child }] : [];
    if (!isMap(child) || !list) return [];
    const leaf = text(child.get('item'));
    if (leaf !== undefined) return [{ id: leaf, kind: 'leaf', list, section, node: child }];
    const id = text(child.get('id')) ?? '';
    return [{ id, kind: 'section', list, section, node: child }, ...inside(child)];
  });
}

function listsIn(section: YAMLMap) {
  return inside(section).map(({ list }) => list);
}

function addLeaf(draft: Draft, id: string): boolean {
  const list = draft.one(draft.lists);
  if (!list) return false;
  const isOptional = draft.random.chance(0.3);
  const at = draft.random.below(list.items.length + 1);
  list.items.splice(at, 0, isOptional ? node({ item: id, optional: true }) : new Scalar(id));
  return true;
}

function renameLeaf(
  draft: Draft,
  files: ReadonlyMap<string, string>,
  folder: string,
  ending: string,
): boolean {
  const found = draft.one(files);
  if (!found) return false;
  const [id, path] = found;
  const to = draft.fresh('renamed');
  // By its file's name, or by what stands in it.
  if (ending === '.yaml') {
    const root = draft.root(path);
    if (root.has('id') || draft.random.chance(0.3)) root.set('id', to);
    else draft.move(path, `${folder}/${to}${ending}`);
  } else {
    const page = draft.text(path);
    const isNamed = /^---\n(?:.*\n)*?id: /.test(page) || draft.random.chance(0.3);
    draft.remove(path);
    draft.write(
      isNamed ? path : `${folder}/${to}${ending}`,
      isNamed ? withFrontMatter(page, 'id', to) : page,
    );
  }
  renameItem(draft, id, to);
  return true;
}

/** Gives an item another name wherever it is named. */
export function renameItem(draft: Draft, from: string, to: string): void {
  replaceScalars(draft.course.get('pathway'), from, to);
  for (const key of ['complete', 'badges', 'certificate']) replaceScalars(draft.course.get(key), from, to);
  for (const path of draft.quizzes().values()) {
    const root = draft.root(path);
    replaceScalars(root.get('review'), from, to);
    const questions = root.get('questions');
    for (const question of isSeq(questions) ? questions.items : [])
      if (isMap(question)) replaceScalars(question.get('see'), from, to);
  }
  for (const path of draft.pages.values())
    draft.write(
      path,
      draft
        .text(path)
        .replaceAll(`](${from})`, `](${to})`)
        .replaceAll(`](${from}#`, `](${to}#`)
        .replace(new RegExp(`\\bsee=${from}(?=[\\s}])`, 'g'), `see=${to}`),
    );
  draft.rename(from, to);
}

/** Takes an item's file away, and every condition, list and link that names it. */
export function removeItem(draft: Draft, id: string): void {
  const path = draft.pages.get(id) ?? draft.quizzes().get(id);
  if (path !== undefined) draft.remove(path);
  forget(draft, id);
  draft.retire(id);
}

/** Takes away whatever in course.yaml and in the quizzes names an id. */
export function forget(draft: Draft, id: string): void {
  const { course } = draft;
  const pathway = course.get('pathway');
  for (const place of draft.places) {
    if (!isMap(place.node)) continue;
    for (const key of ['when', 'requires']) if (mentions(place.node.get(key), id)) place.node.delete(key);
  }
  for (const section of [pathway, ...draft.places.map(({ node }) => node)]) {
    if (!isMap(section)) continue;
    if (section.get('finish') === id) section.delete('finish');
    const route = section.get('route');
    if (isSeq(route)) route.items = route.items.filter((rule) => !mentions(rule, id));
  }
  if (mentions(course.get('complete'), id)) course.delete('complete');
  const badges = course.get('badges');
  if (isMap(badges))
    for (const { key } of [...badges.items]) {
      const badge = badges.get(key);
      if (!isMap(badge) || !mentions(badge.get('when'), id)) continue;
      removeBadge(draft, String(isScalar(key) ? key.value : key));
    }
  const certificate = course.get('certificate');
  if (isMap(certificate) && mentions(certificate.get('when'), id)) certificate.delete('when');
  for (const path of draft.quizzes().values()) {
    const root = draft.root(path);
    const review = root.get('review');
    if (isSeq(review)) {
      review.items = review.items.filter((entry) => !mentions(entry, id));
      if (review.items.length === 0) root.delete('review');
    }
    const questions = root.get('questions');
    for (const question of isSeq(questions) ? questions.items : [])
      if (isMap(question) && mentions(question.get('see'), id)) question.delete('see');
  }
}

/** Takes a badge away, and what hangs on it. */
export function removeBadge(draft: Draft, badge: string): void {
  const badges = draft.course.get('badges');
  if (isMap(badges)) badges.delete(badge);
  forget(draft, badge);
  if (isMap(badges) && badges.items.length === 0) draft.course.delete('badges');
  draft.retire(badge);
}

/** A page with a field in its front matter. */
export function withFrontMatter(page: string, key: string, value: string): string {
  const line = `${key}: ${value}\n`;
  if (!page.startsWith('---\n')) return `---\n${line}---\n\n${page}`;
  const end = page.indexOf('\n---\n', 3) + 1;
  const front = page.slice(4, end).replace(new RegExp(`^${key}:.*\\n`, 'm'), '');
  return `---\n${line}${front}${page.slice(end)}`;
}
