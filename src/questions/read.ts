import { found } from '../load/findings.ts';
import { identifyQuestion } from '../load/question.ts';
import type { QuestionTools } from '../load/quiz.ts';
import { child, fields, flag, items, number, share, sitedText, sitedTexts, text } from '../load/read.ts';
import { checkSchema, head } from '../load/schema/check.ts';
import { questionValidators } from '../load/schema/generated/validators.js';
import type { Fragment } from '../load/source.ts';
import type { YamlMap, YamlNode } from '../load/yaml.ts';
import type { Hint } from '../model/question.ts';
import type { Span } from '../model/span.ts';
import { reportStrayBlanks } from './cloze/read.ts';
import type { QuestionType } from './question.ts';
import type { QuestionContext, Reading } from './reading.ts';
import { kinds, questionKinds, questionTypes, wordsToRead } from './registry.ts';
import type { QuestionSource, SourceBase } from './source.ts';
import { isEitherChoice, typeMeant } from './type-names.ts';

/**
 * Reads one question, from YAML or from what Markdown says as the same fields: checks it against the schema of its type and
 * reports what is wrong. Never throws; what cannot be read is left out.
 *
 * @param root the value that `path` starts from, so that messages can say which question it is
 */
export function readQuestion(
  root: YamlNode,
  path: readonly string[],
  map: YamlMap,
  context: QuestionContext,
): QuestionSource {
  const at = context.head ?? head(map);
  const field = typeAsField(map);
  const type = field ?? typeOf(map, context);
  const problems = checkSchema(root, questionValidators[type], path, field);
  // What is missing in Markdown is no field: `question/missing-form` and the rules about prompts and options say so.
  const isForm = context.form === 'markdown';
  context.findings.push(...problems.filter(({ rule }) => !isForm || rule !== 'schema/missing-field'));
  const prompt = context.text(child(map, 'prompt')) ?? { html: '', text: '', span: at };
  const named = identifyQuestion(sitedText(child(map, 'id')), prompt.text, at, context.taken);
  for (const finding of named.findings) {
    const isMissing = finding.rule === 'question/missing-id';
    const fix = isMissing ? [context.insertId(map, named.id.value)] : undefined;
    context.findings.push(fix === undefined ? finding : { ...finding, fix });
  }
  const reading: Reading = {
    ...context,
    id: named.id.value,
    prompt,
    map,
    head: at,
    report: (rule, args, span, extra = {}) => context.findings.push({ rule, args, span, ...extra }),
  };
  const kind = questionKinds[type];
  const base = readBase(reading, kind.graded);
  if (!kind.graded) reportGrading(map, type, reading);
  if (type !== 'cloze') reportStrayBlanks(reading, type);
  return kind.read(fields(map), reading, { ...base, id: named.id });
}

/** What only graded questions have. */
const GRADING = ['points', 'competency', 'competencies'] as const;

function reportGrading(map: YamlMap, type: QuestionType, reading: Reading): void {
  const report = (field: string, span: Span) =>
    reading.report('question/not-graded', { id: reading.id, type, field }, span);
  for (const field of GRADING) {
    const entry = map.entries.get(field);
    if (entry !== undefined) report(field, entry.key);
  }
  const feedback = fields(child(map, 'feedback'));
  for (const outcome of ['partly', 'wrong']) {
    const entry = feedback.get(outcome);
    if (entry !== undefined) report(`feedback.${outcome}`, entry.key);
  }
  for (const hint of items(child(map, 'hints'))) {
    const cost = hint.kind === 'map' ? hint.entries.get('cost') : undefined;
    if (cost !== undefined) report('cost', cost.key);
  }
}

/** The type that the author names, else the one that the fields speak of. */
function typeOf(map: YamlMap, context: QuestionContext): QuestionType {
  const implied = kinds.find((kind) => kind.implies(map.entries))?.type ?? 'single';
  const node = child(map, 'type');
  const given = text(node);
  if (node === undefined || given === undefined) return implied;
  const known = questionTypes.find((type) => type === given);
  if (known !== undefined) return known;
  const isChoice = implied === 'single' || implied === 'multiple';
  const meant = isChoice && isEitherChoice(given) ? implied : typeMeant(given);
  const args = { type: given, known: questionTypes, ...(meant !== undefined && { suggestion: meant }) };
  context.findings.push({ rule: 'question/unknown-type', args, span: node.span });
  // Where the fields speak for a type, they are checked as those of it.
  return questionKinds[implied].implies(map.entries) ? implied : (meant ?? implied);
}

/** The type of a question that is no other's by its fields, and whose author wrote its name as one, as in `numeric: 3`. */
function typeAsField({ entries }: YamlMap): QuestionType | undefined {
  if (entries.has('type') || kinds.some((kind) => kind.implies(entries))) return undefined;
  return questionTypes.find((type) => entries.has(type));
}

function readBase(reading: Reading, graded: boolean): Omit<SourceBase, 'id'> {
  const { map } = reading;
  const one = child(map, 'competency');
  const several = child(map, 'competencies');
  if (one !== undefined && several !== undefined) {
    const span = map.entries.get('competencies')?.key ?? map.span;
    const args = { owner: 'a question', fields: ['competency', 'competencies'] };
    reading.findings.push(found('schema/conflict', span, args));
  }
  const single = sitedText(one);
  const explanation = reading.text(child(map, 'explanation'));
  const difficulty = text(child(map, 'difficulty'));
  const shuffle = flag(child(map, 'shuffle'));
  const feedback = readFeedback(child(map, 'feedback'), reading);
  return {
    prompt: reading.prompt,
    hints: readHints(child(map, 'hints'), reading),
    ...(explanation !== undefined && { explanation }),
    ...(feedback !== undefined && { feedback }),
    points: graded ? positive(child(map, 'points')) : 0,
    competencies: graded ? (single === undefined ? sitedTexts(several) : [single]) : [],
    see: sitedTexts(child(map, 'see')),
    tags: sitedTexts(child(map, 'tags')),
    ...((difficulty === 'easy' || difficulty === 'medium' || difficulty === 'hard') && { difficulty }),
    ...(shuffle !== undefined && { shuffle }),
    span: map.span,
  };
}

function positive(node: YamlNode | undefined): number {
  const points = number(node, 0);
  return points === undefined || points === 0 ? 1 : points;
}

/** Each a text, or a mapping of `text` and `cost`. */
function readHints(node: YamlNode | undefined, reading: Reading): Hint<Fragment>[] {
  const hints = items(node).flatMap((hint) => {
    const isMap = hint.kind === 'map';
    const text = reading.text(isMap ? child(hint, 'text') : hint);
    return text === undefined ? [] : [{ text, cost: (isMap ? share(child(hint, 'cost')) : undefined) ?? 0 }];
  });
  const cost = hints.reduce((sum, hint) => sum + hint.cost, 0);
  if (cost > 1 && node !== undefined)
    reading.report('question/hints-cost-too-much', { id: reading.id, cost }, node.span);
  return hints;
}

function readFeedback(node: YamlNode | undefined, reading: Reading): SourceBase['feedback'] {
  const map = fields(node);
  const said = (['right', 'partly', 'wrong'] as const).flatMap((outcome) => {
    const text = reading.text(child(map, outcome));
    return text === undefined ? [] : [[outcome, text] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** What reading a quiz file needs of questions. */
export const questionTools: QuestionTools = { read: readQuestion, words: wordsToRead };
