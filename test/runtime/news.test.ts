import { describe, expect, it } from 'vitest';
import type { Course, Item } from '../../src/model/course.ts';
import type { Fact } from '../../src/model/events.ts';
import { names } from '../../src/runtime/edition/names-part.ts';
import {
  gather,
  type News,
  NOTHING,
  newsOf,
  type Published,
  present,
  publishedNow,
  readNews,
  readPublished,
} from '../../src/runtime/edition/news.ts';
import { courseOf, memoryStore, open, stamped } from './memory.ts';

/** The same course with one question on page `a`. */
function asking(course: Course, asks: string): Course {
  const question = { key: 'a#q', points: 1, competencies: [], outcomes: [0, 1], asks, answer: asks };
  const withQuestion = (item: Item): Item =>
    item.kind === 'module' && item.id === 'a' ? { ...item, questions: [question] } : item;
  return { ...course, items: course.items.map(withQuestion) };
}

const answered = (asks: string): Fact => {
  const response = { type: 'single', option: 'x' } as const;
  return { type: 'answered', question: 'a#q', item: 'a', response, credit: 1, asks, answer: asks };
};

/** Shows editions to one learner, one after the other, and gives what the notice says then; notes are as they would be read. */
function learner(facts: readonly Fact[]) {
  const all = [...facts];
  let published: Published | undefined;
  let pending: News | undefined;
  const at = (course: Course) => {
    const { store } = memoryStore(stamped(all));
    const progress = open(course, store);
    if (course.renamed) progress.follow(names(course, store));
    return progress;
  };
  return {
    does: (...more: readonly Fact[]) => void all.push(...more),
    close: () => {
      pending = undefined;
    },
    sees(edition: string, course: Course): News {
      const progress = at(course);
      if (!published?.editions.includes(edition)) {
        pending = gather(pending, newsOf(progress, published, []));
        published = publishedNow(progress, published, edition);
      }
      pending = readNews(structuredClone(pending));
      published = readPublished(structuredClone(published));
      return pending ? present(progress, pending) : NOTHING;
    },
  };
}

const begun: readonly Fact[] = ['a', 'b'].map((item) => ({ type: 'opened', item }));

describe('what the notice of new editions says', () => {
  it('names a page that is gone once, however many editions follow', () => {
    const one = learner(begun);
    expect(one.sees('1', courseOf(['a', 'b', 'c']))).toEqual(NOTHING);
    for (const [edition, pages] of [
      ['2', ['a', 'c']],
      ['3', ['a', 'c', 'd']],
      ['4', ['a', 'c']],
    ] as const)
      expect(one.sees(edition, courseOf(pages)).gone).toEqual(['b']);
    one.close();
    expect(one.sees('5', courseOf(['a', 'd']))).toMatchObject({ gone: [], pages: [] });
  });

  it.each([
    ['in another edition', '3'],
    ['in the edition of before', '1'],
  ])('says no more of a page that was put back %s, and says so again where it goes again', (_, back) => {
    const one = learner(begun);
    one.sees('1', courseOf(['a', 'b']));
    expect(one.sees('2', courseOf(['a'])).gone).toEqual(['b']);
    expect(one.sees(back, courseOf(['a', 'b']))).toEqual(NOTHING);
    expect(one.sees('4', courseOf(['a'])).gone).toEqual(['b']);
  });

  it('says again that a page is gone which was there in between', () => {
    const one = learner(begun);
    one.sees('1', courseOf(['a', 'b']));
    one.sees('2', courseOf(['a']));
    one.close();
    one.sees('3', courseOf(['a', 'b']));
    expect(one.sees('4', courseOf(['a'])).gone).toEqual(['b']);
  });

  it('follows a page that was found again under another name, through several', () => {
    const one = learner(begun);
    one.sees('1', courseOf(['a', 'b']));
    expect(one.sees('2', courseOf(['a'])).gone).toEqual(['b']);
    expect(one.sees('3', courseOf(['a', 'z'], { b: 'y', y: 'z' })).gone).toEqual([]);
  });

  it('says no more of a question that asks what it asked before, or was answered anew', () => {
    const one = learner([...begun, answered('leaf')]);
    const course = courseOf(['a', 'b']);
    one.sees('1', asking(course, 'leaf'));
    expect(one.sees('2', asking(course, 'root')).changed).toEqual(['a#q root']);
    expect(one.sees('3', asking(course, 'leaf'))).toEqual(NOTHING);
    expect(one.sees('4', asking(course, 'stem')).changed).toEqual(['a#q stem']);
    one.does(answered('stem'));
    expect(one.sees('4', asking(course, 'stem'))).toEqual(NOTHING);
  });

  it('has a new page that is still locked, and none that was opened', () => {
    const one = learner(begun);
    one.sees('1', courseOf(['a', 'b']));
    const course = courseOf(['a', 'b', 'c', 'd'], undefined, { type: 'linear', autoplay: false });
    expect(one.sees('2', course).pages).toEqual(['c', 'd']);
    one.does({ type: 'opened', item: 'c' });
    expect(one.sees('2', course).pages).toEqual(['d']);
  });
});
