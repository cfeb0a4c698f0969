/** How a learner answers the question of each type in `course/`, right, wrong and partly right. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { QuestionType } from '../../../src/questions/question.ts';
import type { Hand } from './hand.ts';

/** Gives an answer, whatever was answered before. */
export type Answer = (hand: Hand, place: Locator) => Promise<void>;

export type Play =
  | {
      readonly graded: true;
      readonly right: Answer;
      readonly wrong: Answer;
      readonly partly?: Answer;
      readonly quiz?: Answer;
    }
  /** Kept, neither right nor wrong; `quiz` where the one in the quiz is another. */
  | { readonly graded: false; readonly kept: Answer; readonly quiz?: Answer };

/** Takes one of several options. */
const one =
  (name: string): Answer =>
  (hand, place) =>
    hand.choose(place.getByRole('radio', { name }));

/** Takes these options, and leaves the others. */
const these =
  (...names: string[]): Answer =>
  async (hand, place) => {
    for (const box of await place.getByRole('checkbox').all()) {
      const label = await box.evaluate((element) => element.closest('.option, label')?.textContent ?? '');
      await hand.choose(
        box,
        names.some((name) => label.includes(name)),
      );
    }
  };

/** Puts these into the fields and menus, by the names that they have. */
const fill =
  (entries: Readonly<Record<string, string>>): Answer =>
  async (hand, place) => {
    for (const [name, entry] of Object.entries(entries)) {
      const control = place.getByLabel(name);
      if ((await control.evaluate((element) => element.tagName)) === 'SELECT')
        await hand.pick(control, entry);
      else await hand.type(control, entry);
    }
  };

/** Takes a region: a finger on the picture, keys in the list below it. */
const spot =
  (index: number, name: string): Answer =>
  async (hand, place) => {
    const choice = place.getByRole('radio', { name });
    if (hand.name === 'keyboard') return hand.choose(choice);
    await hand.press(place.locator('label.spot').nth(index));
    expect(await choice.isChecked()).toBe(true);
  };

/** Rates each statement of a scale. */
const rate =
  (...steps: string[]): Answer =>
  async (hand, place) => {
    for (const [i, step] of steps.entries())
      await hand.choose(
        place
          .getByRole('group')
          .nth(i + 1)
          .getByRole('radio', { name: step, exact: true }),
      );
  };

/** Puts entries in an order, one move after the other. */
const arrange =
  (...order: string[]): Answer =>
  async (hand, place) => {
    const placeOf = async (text: string) => {
      const entries = await place.locator('li[data-part]').allTextContents();
      return entries.findIndex((entry) => entry.includes(text));
    };
    for (const [i, text] of order.entries()) {
      const up = place.getByRole('button', { name: `Move up: ${text}` });
      for (let moves = 0; (await placeOf(text)) > i && moves < order.length; moves++) await hand.press(up);
    }
    await hand.choose(place.getByRole('checkbox', { name: 'This is my order' }));
  };

/** Puts things into categories: by radio buttons, or by menus where there are many. */
const sort =
  (categories: Readonly<Record<string, string>>): Answer =>
  async (hand, place) => {
    for (const [thing, category] of Object.entries(categories)) {
      const menu = place.getByRole('combobox', { name: thing });
      if ((await menu.count()) > 0) await hand.pick(menu, category);
      else
        await hand.choose(
          place.getByRole('radiogroup', { name: thing }).getByRole('radio', { name: category }),
        );
    }
  };

/** Writes into the field of the question. */
const write =
  (text: string): Answer =>
  (hand, place) =>
    hand.type(place.getByRole('textbox'), text);

/** Works out what is asked for from the two numbers in the prompt. */
const compute =
  (result: (width: number, length: number) => string): Answer =>
  async (hand, place) => {
    const [width = Number.NaN, length = Number.NaN] =
      ((await place.locator('.prompt').textContent()) ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
    await hand.type(place.getByRole('textbox'), result(width, length));
  };

export const plays: { readonly [T in QuestionType]: Play } = {
  single: { graded: true, wrong: one('The wind'), right: one('The moon') },
  multiple: {
    graded: true,
    wrong: these('Salt'),
    partly: these('Rye', 'Oats', 'Buckwheat'),
    right: these('Rye', 'Oats'),
  },
  'true-false': { graded: true, wrong: one('False'), right: one('True') },
  cloze: {
    graded: true,
    wrong: fill({ 'Blank 1 of 2': 'Lyon', 'Blank 2 of 2': 'Zurich' }),
    partly: fill({ 'Blank 1 of 2': 'paris', 'Blank 2 of 2': 'Geneva' }),
    right: fill({ 'Blank 1 of 2': 'Lutetia', 'Blank 2 of 2': 'Bern' }),
  },
  numeric: {
    graded: true,
    wrong: write('98,1 m/s²'),
    partly: write('9.81'),
    right: write('981 cm/s^2'),
  },
  calculated: {
    graded: true,
    wrong: compute((width, length) => `${2 * (width + length)} m^2`),
    partly: compute((width, length) => String(width * length)),
    right: compute((width, length) => `${width * length} m²`),
  },
  'short-text': { graded: true, wrong: write('Lyon'), right: write(' lutetia.') },
  matching: {
    graded: true,
    wrong: fill({ Faust: 'Proust', 'Don Quixote': 'Goethe', 'In Search': 'Cervantes' }),
    partly: fill({ Faust: 'Goethe', 'Don Quixote': 'Molière', 'In Search': 'Proust' }),
    right: fill({ Faust: 'Goethe', 'Don Quixote': 'Cervantes', 'In Search': 'Proust' }),
  },
  ordering: {
    graded: true,
    wrong: arrange('Wait', 'Pour', 'Warm', 'Boil'),
    partly: arrange('Warm', 'Boil', 'Pour', 'Wait'),
    right: arrange('Boil', 'Warm', 'Pour', 'Wait'),
  },
  categorising: {
    graded: true,
    wrong: sort({ Sponges: 'Plants', Corals: 'Plants', Mosses: 'Animals', Liverworts: 'Animals' }),
    partly: sort({ Sponges: 'Animals', Corals: 'Plants', Mosses: 'Plants', Liverworts: 'Plants' }),
    right: sort({ Sponges: 'Animals', Corals: 'Animals', Mosses: 'Plants', Liverworts: 'Plants' }),
    quiz: sort({
      Sponges: 'Plants',
      Corals: 'Animals',
      Mosses: 'Plants',
      Yeasts: 'Fungi',
      Strepto: 'Bacteria',
    }),
  },
  hotspot: {
    graded: true,
    wrong: one('right atrium'),
    right: spot(3, 'left ventricle'),
    quiz: these('right atrium', 'right ventricle', 'left ventricle'),
  },
  reflection: { graded: false, kept: write('I will explain it to somebody.') },
  poll: { graded: false, kept: one('At night'), quiz: these('Early', 'At night') },
  likert: { graded: false, kept: rate('Agree', 'Strongly disagree'), quiz: rate('Often', 'Never') },
};
