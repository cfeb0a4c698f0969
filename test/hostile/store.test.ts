import { expect, it } from 'vitest';
import type { Below } from '../../src/assess/random.ts';
import type { Course } from '../../src/model/course.ts';
import { eventId } from '../../src/model/events.ts';
import { pack } from '../../src/runtime/store/late/pack.ts';
import { storagePart } from '../../src/runtime/store/late/storage-part.ts';
import { openStore, type Store } from '../../src/runtime/store/store.ts';
import { Area } from './area.ts';
import { chance, someEvents } from './events.ts';
import { forSeeds, insist, manifests } from './harness.ts';
import { own, pick, poison, poisonedText, spoil } from './poison.ts';
import { runs } from './runs.ts';
import { use } from './use.ts';

/** Keys that belong to others on the same origin: courses whose ids begin alike, another learner, anything. */
const foreign = (id: string): [string, string][] =>
  ['', '/b', 'x', '2'].map((more) => [`course:${id.slice(0, -1)}${more}:event:mine-a:1`, '{"foreign":true}']);

/** What a store of this course may find under its own keys. */
function hostileEntries(course: Course, below: Below): [string, string][] {
  const events = someEvents(course, below, 4);
  const text = (value: unknown) =>
    below(10) === 0 ? JSON.stringify(value).slice(0, -2) : JSON.stringify(value);
  const since =
    below(4) === 0 ? pick(['since:1-a:', 'since:9999999999999999-z:', 'since:x:', 'since::'], below) : '';
  const entries: [string, string][] = events.map((event) => [
    `${since}event:${eventId(event)}`,
    text(below(2) > 0 ? spoil(event, below) : event),
  ]);
  const segment: unknown = JSON.parse(pack(someEvents(course, below, 6).map((event) => ({ ...event }))));
  entries.push([`${since}segment:s1`, text(spoil(segment, below))]);
  entries.push([
    `${since}arrival:a1`,
    text({
      at: 1,
      n: 2,
      from: '<img src=x onerror=__pwned=1>',
      ...own([['x', 1]]),
      ...Object(spoil(segment, below)),
    }),
  ]);
  const names = ['profile', 'learner', 'persist', '__proto__', 'constructor', 'draft:a#b:1', 'time:a:1'];
  for (const name of names)
    entries.push([
      `${since}note:${name}`,
      text(below(3) ? { at: below(9), value: poison(below) } : poison(below)),
    ]);
  for (const kind of [
    'undone:a1',
    'aside:event:mine-a:1',
    'aside:x',
    'reset',
    '',
    ':',
    'event:',
    'segment:',
    '__proto__',
  ])
    entries.push([since + kind, poisonedText(below)]);
  return entries.filter(() => below(3) > 0);
}

function open(course: Course, area: Area): Store {
  const refused = (): never => {
    throw new DOMException('refused', 'SecurityError');
  };
  let made = 0;
  return openStore(course.id, {
    local: () => area,
    database: refused,
    channel: refused,
    now: () => 1.8e12,
    random: () => `r${made++}`,
    // Nothing that is tried again can go better here.
    later: () => undefined,
    late: async () => storagePart,
  });
}

/** What a page asks of its store. */
function visit(store: Store, course: Course, below: Below): void {
  use(course, store.events(), 0);
  for (const name of ['profile', 'learner', '__proto__', 'constructor', 'draft:a#b:1']) store.note(name);
  const before = store.events().length;
  const event = store.record({ type: 'opened', item: course.pathway });
  insist(store.events().length === before + 1, 'an act is recorded whatever stood there');
  insist(store.events().at(-1)?.n === event.n, 'what is done now comes last');
  store.keep('learner', 'Ada');
  insist(store.note('learner') === 'Ada', 'what is kept is there');
  store.heard(
    `course:${course.id}:${pick(['event:x:1', 'note:learner', 'since:2-b:event:a:1'], below)}`,
    poisonedText(below),
  );
  store.refresh();
}

it('a store opens over whatever stands in storage, goes on, and leaves what belongs to others', async () => {
  const courses = (await manifests()).slice(0, 2);
  let read = 0;
  await forSeeds(runs(100), async (seed) => {
    const below = chance(seed);
    const course = pick(courses, below);
    const prefix = `course:${course.id}:`;
    const others = foreign(course.id);
    const area = new Area([
      ...others,
      ...hostileEntries(course, below).map(([key, text]): [string, string] => [prefix + key, text]),
    ]);
    const store = open(course, area);
    read += store.events().length;
    visit(store, course, below);
    if (seed % 10 === 0) {
      await store.ready;
      await (await store.late()).unread();
      const entries = someEvents(course, below, 4).map((event) => spoil(event, below));
      await (await store.late()).take(JSON.parse(JSON.stringify(entries)), '<script>__pwned=1</script>');
      const [arrival] = await (await store.late()).arrivals();
      if (arrival && below(2) > 0) await (await store.late()).undo(arrival.id, (since) => since);
      use(course, store.events(), 0);
      if (below(3) === 0) {
        await (await store.late()).reset();
        insist(store.events().length === 0, 'a reset forgets');
      }
      visit(open(course, area), course, below);
    }
    for (const [key, text] of others)
      insist(area.getItem(key) === text || key.startsWith(prefix), 'what belongs to others stays');
  });
  // Or the test would say nothing.
  expect(read).toBeGreaterThan(0);
});
