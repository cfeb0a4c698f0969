import type { Compiled } from './compiled.ts';

/**
 * What edits mean for the names of the edition before them, worked out apart from the product: each name with the one that it has
 * now. `undefined`: gone on purpose; `'elsewhere'`: where it went (into or out of a bank) several names may stand for it.
 */
export class Names {
  readonly #now = new Map<string, string | undefined>();
  readonly #elsewhere = new Set<string>();

  constructor({ course, loaded }: Compiled) {
    const banks = [...loaded.quizzes].filter(([, { bank }]) => bank).map(([id]) => id);
    const items = course.items.flatMap((item) => [
      item.id,
      ...(item.kind === 'section' ? [] : item.questions.map(({ key }) => key)),
    ]);
    const others = [...course.badges, ...course.competencies].map(({ id }) => id);
    for (const name of [...items, ...banks, ...others]) this.#now.set(name, name);
  }

  /** The present name. */
  of(name: string): string | undefined {
    return this.#now.has(name) ? this.#now.get(name) : name;
  }

  /** Whether several names may stand for it now, or none. */
  isElsewhere(name: string): boolean {
    return this.#elsewhere.has(name);
  }

  rename(from: string, to: string): void {
    this.#each(from, (rest, old, isDrawn) => {
      if (isDrawn && to.slice(0, to.indexOf('#')) !== from.slice(0, from.indexOf('#')) && from.includes('#'))
        this.#elsewhere.add(old);
      return to + rest;
    });
  }

  retire(name: string): void {
    this.#each(name, () => undefined);
  }

  /** Everything whose present name is this one, belongs to it, or is drawn from it. */
  #each(name: string, change: (rest: string, old: string, isDrawn: boolean) => string | undefined): void {
    const [bank = '', question] = name.split('#');
    for (const [old, now] of this.#now) {
      if (now === undefined) continue;
      if (now === name) this.#now.set(old, change('', old, false));
      else if (question === undefined && now.startsWith(`${name}#`))
        this.#now.set(old, change(now.slice(name.length), old, false));
      else {
        const hash = now.indexOf('#');
        const drawn = now.slice(hash + 1);
        if (hash < 0 || !drawn.includes('/')) continue;
        const quiz = now.slice(0, hash);
        if (
          question === undefined &&
          drawn.startsWith(`${name}/`) &&
          !drawn.slice(name.length + 1).includes('/')
        ) {
          const to = change('', old, true);
          this.#now.set(old, to === undefined ? undefined : `${quiz}#${to}${drawn.slice(name.length)}`);
        } else if (question !== undefined && drawn === `${bank}/${question}`) {
          const to = change('', old, true);
          this.#now.set(old, to === undefined ? undefined : `${quiz}#${to.replace('#', '/')}`);
        }
      }
    }
  }
}
