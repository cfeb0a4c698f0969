import { nearest } from '../model/nearest.ts';
import type { QuestionType } from './question.ts';
import { questionTypes } from './registry.ts';

/** What other tools (Moodle, Canvas, QTI, GIFT, H5P, LiaScript, PrairieLearn) and everyday words call a type. */
const ELSEWHERE: Readonly<Record<string, QuestionType>> = {
  singlechoice: 'single',
  singleanswer: 'single',
  singleselect: 'single',
  onechoice: 'single',
  choice: 'single',
  radio: 'single',
  mc: 'single',
  mcq: 'single',
  multichoice: 'single',
  multiplechoice: 'single',
  multipleanswer: 'multiple',
  multipleanswers: 'multiple',
  multipleresponse: 'multiple',
  multipleselect: 'multiple',
  multiselect: 'multiple',
  checkbox: 'multiple',
  checkboxes: 'multiple',
  selectall: 'multiple',
  'true/false': 'true-false',
  trueorfalse: 'true-false',
  boolean: 'true-false',
  yesno: 'true-false',
  tf: 'true-false',
  shortanswer: 'short-text',
  text: 'short-text',
  string: 'short-text',
  word: 'short-text',
  input: 'short-text',
  number: 'numeric',
  numerical: 'numeric',
  integer: 'numeric',
  formula: 'calculated',
  calculation: 'calculated',
  variable: 'calculated',
  essay: 'reflection',
  longtext: 'reflection',
  longanswer: 'reflection',
  freetext: 'reflection',
  open: 'reflection',
  openended: 'reflection',
  journal: 'reflection',
  gap: 'cloze',
  gaps: 'cloze',
  gapfill: 'cloze',
  fillin: 'cloze',
  fillintheblank: 'cloze',
  fillintheblanks: 'cloze',
  fillinblank: 'cloze',
  fillinblanks: 'cloze',
  blank: 'cloze',
  blanks: 'cloze',
  dropdown: 'cloze',
  missingword: 'cloze',
  match: 'matching',
  pairs: 'matching',
  pairing: 'matching',
  order: 'ordering',
  sort: 'ordering',
  sorting: 'ordering',
  sequence: 'ordering',
  sequencing: 'ordering',
  ranking: 'ordering',
  draganddrop: 'categorising',
  dragdrop: 'categorising',
  dragthewords: 'cloze',
  category: 'categorising',
  categories: 'categorising',
  categorize: 'categorising',
  categorizing: 'categorising',
  categorise: 'categorising',
  classification: 'categorising',
  classify: 'categorising',
  grouping: 'categorising',
  imagemap: 'hotspot',
  clickmap: 'hotspot',
  findhotspot: 'hotspot',
  survey: 'poll',
  opinion: 'poll',
  vote: 'poll',
  scale: 'likert',
  rating: 'likert',
};

/** The type that somebody meant who wrote the name of none, or of one with a slip; undefined for what is like none, and for a type itself. */
export function typeMeant(name: string): QuestionType | undefined {
  if (questionTypes.some((type) => type === name)) return undefined;
  const folded = name.toLowerCase().replace(/[-_\s]+/g, '');
  if (Object.hasOwn(ELSEWHERE, folded)) return ELSEWHERE[folded];
  const near = nearest(name, questionTypes);
  return questionTypes.find((type) => type === near);
}

/** Names that say in some tools that one option is right, in others that several are. */
export function isEitherChoice(name: string): boolean {
  return /^(mc|mcq|multi(ple)?-?choice|choice)$/.test(name.toLowerCase().replace(/[_\s]+/g, '-'));
}
