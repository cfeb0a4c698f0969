import { child, text } from '../../load/read.ts';
import { rightOf } from '../answer-key.ts';
import { assessedOptions } from '../assessed.ts';
import { linkOptions } from '../choice/options.ts';
import type { QuestionKind } from '../kind.ts';
import { creditRule } from '../multiple/credit.ts';
import { gradeHotspot, hotspotOutcomes, isSeveral } from './grade.ts';
import { markdown } from './markdown.ts';
import { readImage, readRegions } from './read.ts';
import { regionsIn } from './template.tsx';

/** Regions of a picture to choose from: on it, or in the list below it. */
export const hotspot: QuestionKind<'hotspot'> = {
  type: 'hotspot',
  markdownForm:
    'an image, and a task list with a region at the end of each entry: ``- [x] The left half `rect 0 0 50 100` ``',
  graded: true,
  implies: (fields) => fields.has('regions'),
  markdown,
  read(fields, reading, base) {
    const image = readImage(child(fields, 'image'), reading);
    const credit = creditRule(text(child(fields, 'credit')));
    // In YAML the schema says that it is missing.
    if (image === undefined && reading.form === 'markdown' && fields.has('regions'))
      reading.report('question/no-picture', { id: reading.id }, reading.head);
    return {
      ...base,
      type: 'hotspot',
      ...(image !== undefined && { image }),
      regions: readRegions(fields, reading),
      ...(credit !== undefined && { credit }),
    };
  },
  link: ({ regions, credit }, base, link) => ({
    ...base,
    type: 'hotspot',
    regions: linkOptions(regions, link),
    ...(credit !== undefined && { credit }),
  }),
  texts: ({ regions }) => regions.map((region) => region.text),
  assessed: (source) => ({
    ...assessedOptions({ options: source.regions }, isSeveral(source)),
    ...(source.image !== undefined && { pictures: [source.image] }),
  }),
  grade: gradeHotspot,
  outcomes: hotspotOutcomes,
  answerKey: ({ regions, credit }) => [rightOf(regions), credit],
  guess(question, below) {
    const ids = question.regions.map(({ id }) => id);
    if (isSeveral(question)) return { type: 'multiple', options: ids.filter(() => below(2) === 1) };
    return { type: 'single', option: ids[below(Math.max(1, ids.length))] ?? 'none' };
  },
  template: (view) => ({
    controls: [regionsIn(view)],
    ...(isSeveral(view.source) && { instruction: view.words.chooseAll }),
  }),
};
