/** What goes with an import that is undone, and what stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course } from '../../../src/model/course.ts';
import { type Event, eventId, type Fact } from '../../../src/model/events.ts';
import { Progress } from '../../../src/runtime/progress.ts';
import type { LateStorage } from '../../../src/runtime/store/core.ts';
import { following } from '../../../src/runtime/transfer/following.ts';
import { arbitraryCourse, arbitraryEvents, RUNS } from '../../path/arbitrary.ts';
import { courseOf, events, facts, module, quiz, section } from '../../path/build.ts';
import { FakeBrowser } from '../store/fake-browser.ts';

/** A learner who reads editions of a course, one after the other, in one browser. */
class Learner {
  readonly #browser = new FakeBrowser(() => 0.5);

  async read(course: Course): Promise<{ progress: Progress; part: LateStorage }> {
    for (const tab of this.#browser.alive) tab.alive = false;
    const { store } = this.#browser.open(course.id);
    const progress = new Progress(course, store, () => 0, { reasonsFor: () => [], goOn: () => undefined });
    await this.pass();
    return { progress, part: await store.late() };
  }

  async pass(): Promise<void> {
    await this.#browser.pass(10, () => 0);
  }

  /** Takes back what came from a file. */
  async undo({ progress, part }: { progress: Progress; part: LateStorage }, from = 'file'): Promise<void> {
    const arrival = part.arrivals().find((one) => one.from === from);
    if (!arrival) throw new Error(`Nothing came from ${from}.`);
    const undone = part.undo(arrival.id, following(progress));
    await this.pass();
    await undone;
    await this.pass();
  }
}

const DERIVED = /^(awarded|finished|done|mastered|routed|regraded)$/;

/** What was found to have happened, by the names of the events. */
function found(progress: Progress): Map<string, string> {
  const all = progress.store.events().filter(({ type }) => DERIVED.test(type));
  return new Map(all.map((event) => [eventId(event), short(event)]));
}

const short = (fact: Fact): string =>
  [fact.type, ...('item' in fact ? [fact.item] : []), ...('badge' in fact ? [fact.badge] : [])].join(' ');

const free = (...ids: string[]) =>
  courseOf(
    section(
      'all',
      { type: 'random-access' },
      ids.map((id) => (id.startsWith('q') ? quiz(id, { pass: 0.8 }) : module(id))),
    ),
    { badges: [{ id: 'star', title: 'Star', when: { type: 'completed', item: 'a' } }] },
  );

const other = (story: string) => events(facts(story), 'other-1');

/** An attempt of one's own that an edition corrected: it passes now. */
const regraded = (of: string): Fact => ({
  type: 'regraded',
  item: 'q',
  credits: { 'q#q1': 1 },
  attempt: { of, earned: 5, possible: 5, passed: true },
});

describe('what was recorded since an import that is undone', () => {
  it.each<[name: string, first: string, imported: string, own: string, later: string, left: string[]]>([
    ['goes where it followed from that alone', 'ab', 'a b', '>a', 'ab', []],
    ['goes where it followed from both', 'ab', 'a', 'b', 'ab', ['done b']],
    [
      'stays where it follows from one’s own acts',
      'ab',
      'a',
      'a b',
      'ab',
      ['awarded star', 'done a', 'done b', 'finished'],
    ],
    [
      'stays where no edition derives it again',
      'ab',
      'x',
      'a b',
      'abc',
      ['awarded star', 'done a', 'done b', 'finished'],
    ],
    [
      'stays where nobody can say any more what it followed from',
      'ab',
      'b',
      'a',
      'bc',
      ['awarded star', 'done a', 'finished'],
    ],
  ])('%s', async (_name, first, imported, own, later, left) => {
    const learner = new Learner();
    const before = await learner.read(free(...first));
    before.part.take(other(imported), 'file');
    for (const fact of facts(own)) before.progress.record(fact);
    await learner.pass();
    const after = await learner.read(free(...later));
    const had = found(after.progress);
    await learner.undo(after);
    const has = found(after.progress);
    expect([...has.values()].sort()).toEqual(left);
    // They are the same events, of the same date.
    for (const id of has.keys()) expect([...had.keys()]).toContain(id);
  });

  it('is a pass under a corrected key, and stays with the attempt that it belongs to', async () => {
    const learner = new Learner();
    const first = await learner.read(free('a', 'q'));
    first.part.take(other('x'), 'file');
    for (const fact of facts('q=2/5 a')) first.progress.record(fact);
    const attempt = first.progress.last((event) => event.type === 'submitted');
    if (!attempt) throw new Error('Nothing was handed in.');
    first.progress.record(regraded(eventId(attempt)));
    await learner.pass();
    const had = found(first.progress);
    expect([...had.values()]).toContain('finished');
    const later = await learner.read(free('a', 'q', 'c'));
    await learner.undo(later);
    expect(found(later.progress)).toEqual(had);
    expect(later.progress.view.finished).toBe(true);
    expect(later.progress.item('q')?.quiz?.passed).toBe(true);
  });

  it('is a pass under a corrected key, and goes with an attempt that came from elsewhere', async () => {
    const learner = new Learner();
    const reading = await learner.read(free('a', 'q'));
    const came = other('q=2/5');
    reading.part.take(came, 'file');
    for (const event of came) reading.progress.record(regraded(eventId(event)));
    reading.progress.record({ type: 'viewed', item: 'a' });
    await learner.pass();
    expect([...found(reading.progress).values()]).toContain('done q');
    await learner.undo(reading);
    expect([...found(reading.progress).values()].sort()).toEqual(['awarded star', 'done a']);
  });

  it('goes with the last of two imports that brought what it follows from', async () => {
    const learner = new Learner();
    const reading = await learner.read(free('a', 'b'));
    reading.part.take(other('a'), 'file');
    reading.progress.record({ type: 'viewed', item: 'b' });
    await learner.pass();
    reading.part.take(other('a'), 'again');
    await learner.undo(reading);
    expect(reading.progress.view.finished).toBe(true);
    await learner.undo(reading, 'again');
    expect(reading.progress.view.finished).toBe(false);
    expect([...found(reading.progress).values()]).toEqual(['done b']);
  });

  it('keeps its date where it follows from another import, that came before', async () => {
    const learner = new Learner();
    const reading = await learner.read(free('a', 'b'));
    reading.part.take(other('a'), 'first');
    reading.part.take(
      other('x').map((event) => ({ ...event, device: 'third-1' })),
      'file',
    );
    reading.progress.record({ type: 'viewed', item: 'b' });
    await learner.pass();
    const had = found(reading.progress);
    await learner.undo(reading);
    expect(found(reading.progress)).toEqual(had);
  });

  it('stays, in any course and any later edition, with an import that says nothing of it', async () => {
    let kept = 0;
    const unrelated: Event[] = other('x y');
    await fc.assert(
      fc.asyncProperty(arbitraryCourse, arbitraryCourse, arbitraryEvents, async (first, later, acts) => {
        const learner = new Learner();
        const before = await learner.read(first);
        before.part.take(unrelated, 'file');
        for (const { device: _device, n: _n, at: _at, ...fact } of acts) before.progress.record(fact);
        await learner.pass();
        const after = await learner.read(later);
        const had = found(after.progress);
        await learner.undo(after);
        const has = found(after.progress);
        for (const [id, fact] of had) expect(has.get(id)).toBe(fact);
        kept += had.size;
      }),
      { numRuns: RUNS / 5 },
    );
    expect(kept).toBeGreaterThan(RUNS / 5);
  });
});
