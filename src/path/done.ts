import type { Module } from '../model/course.ts';
import { reaches } from './attempts.ts';
import { watchedShare } from './media.ts';
import type { ItemState } from './state.ts';

/** Does a module's completion rule hold? Nothing that happens later makes it fail. */
export function moduleDone(own: ItemState | undefined, { done, questions }: Module): boolean {
  if (!own?.first) return false;
  switch (done.type) {
    case 'view':
      return own.viewed ?? false;
    case 'manual':
      return own.marked ?? false;
    case 'questions':
      return questions.every((_, place) => own.credits?.[place] !== undefined);
    case 'video': {
      const watched = (own.played ?? []).filter((played) => reaches(watchedShare(played), done.share));
      return done.media?.length
        ? done.media.every((media) => watched.some((played) => played.media === media))
        : watched.length > 0;
    }
  }
}
