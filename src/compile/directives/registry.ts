/** How a directive may stand: `:::name … :::`, `::name[…]`, or `:name[…]` in a line. */
export type DirectiveForm = 'container' | 'leaf' | 'text';

export interface DirectiveShape {
  readonly form: DirectiveForm;
  /** The attributes that it understands; `#id` counts as `id`. */
  readonly attributes: readonly string[];
  /** The attributes that it cannot do without. */
  readonly required?: readonly string[];
  /** Needs its `[label]`. */
  readonly label?: true;
  /** The directive that it has to stand in directly. */
  readonly within?: 'question' | 'tabs';
}

/** What every question can have; what only some types know, the schema of the type says. */
const QUESTION_ATTRIBUTES = [
  'id',
  'points',
  'competency',
  'competencies',
  'type',
  'see',
  'tags',
  'difficulty',
  'shuffle',
  'credit',
  'several',
  'scale',
  'match',
  'tolerance',
  'figures',
  'decimals',
  'unit',
  'units',
  'variants',
] as const;

const callout: DirectiveShape = { form: 'container', attributes: [] };

/** Every directive there is. A name that is not here is not a directive: its characters stay text. */
export const directiveShapes = {
  question: { form: 'container', attributes: QUESTION_ATTRIBUTES },
  note: callout,
  tip: callout,
  warning: callout,
  important: callout,
  example: callout,
  details: { form: 'container', attributes: [], label: true },
  tabs: { form: 'container', attributes: [] },
  tab: { form: 'container', attributes: [], label: true, within: 'tabs' },
  hint: { form: 'leaf', attributes: ['cost'], label: true, within: 'question' },
  /** `when`: for which outcome, `right`, `partly` or `wrong`. */
  feedback: { form: 'leaf', attributes: ['when'], required: ['when'], label: true, within: 'question' },
  explanation: { form: 'leaf', attributes: [], label: true, within: 'question' },
  video: {
    form: 'leaf',
    attributes: ['src', 'captions', 'poster', 'transcript'],
    required: ['src'],
    label: true,
  },
  audio: { form: 'leaf', attributes: ['src', 'transcript'], required: ['src'], label: true },
  youtube: { form: 'leaf', attributes: ['id'], required: ['id'], label: true },
  vimeo: { form: 'leaf', attributes: ['id'], required: ['id'], label: true },
  download: { form: 'leaf', attributes: ['src'], required: ['src'], label: true },
  term: { form: 'text', attributes: ['term'], label: true },
} as const satisfies Record<string, DirectiveShape>;

export type DirectiveName = keyof typeof directiveShapes;

export function isDirective(name: string): name is DirectiveName {
  return Object.hasOwn(directiveShapes, name);
}

const shapes: ReadonlyMap<string, DirectiveShape> = new Map(Object.entries(directiveShapes));

/** The shape of a directive, or undefined for a name that is none. */
export function shapeOf(name: string): DirectiveShape | undefined {
  return shapes.get(name);
}

/** The names that may stand in a form. */
export function directiveNames(form: DirectiveForm): ReadonlySet<string> {
  return new Set([...shapes].filter(([, shape]) => shape.form === form).map(([name]) => name));
}
