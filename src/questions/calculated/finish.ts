import type { Fragment } from '../../load/source.ts';
import { nearest } from '../../model/nearest.ts';
import type { Report } from '../finish.ts';
import { checkRules, isEndless } from '../numeric/check.ts';
import { unitTable } from '../numeric/units.ts';
import { placesIn, withPlaces } from './places.ts';
import type { CalculatedSource, FormulaSource } from './types.ts';
import { countOf } from './variables.ts';
import type { Formulas } from './variants.ts';
import { drawVariants } from './variants.ts';

/** Reads the formulas, draws the sets of values with their answers, and puts the first of them into the texts. */
export async function finishCalculated(source: CalculatedSource, report: Report): Promise<CalculatedSource> {
  const { isReserved, parseFormula } = await import('./formula.ts');
  const id = source.id.value;
  const units = await unitTable(id, source.rules, report);
  const rules = units === undefined ? source.rules : { ...source.rules, table: units };
  const names = source.variables.map(({ name }) => name);
  const reserved = source.variables.filter(({ name }) => isReserved(name));
  for (const { name, span } of reserved) report('question/bad-variable', { id, name }, span);

  const read = (formulas: readonly FormulaSource[]) =>
    formulas.flatMap((formula) => {
      const parsed = parseFormula(formula.text);
      if (parsed.type === 'problem') {
        const { what, why } = parsed;
        report(
          'question/bad-formula',
          {
            id,
            formula: formula.text,
            ...(what !== undefined && { what }),
            ...(why !== undefined && { why }),
          },
          formula.span,
        );
        return [];
      }
      const unknown = [...parsed.names].filter((name) => !names.includes(name));
      for (const name of unknown) reportUnknown(name, formula.span);
      return unknown.length === 0 ? [[formula, parsed.formula] as const] : [];
    });
  const table = source.prompt.html.includes('<table');
  const reportUnknown = (name: string, span: FormulaSource['span']) => {
    const suggestion = nearest(name, names);
    report(
      'question/unknown-variable',
      { id, name, known: names, table, ...(suggestion !== undefined && { suggestion }) },
      span,
    );
  };

  const formulas: Formulas = { answers: read(source.answers), mistakes: read(source.mistakes) };
  const isWhole =
    names.length > 0 &&
    reserved.length === 0 &&
    source.variables.every((variable) => countOf(variable) > 0) &&
    source.answers.length > 0 &&
    formulas.answers.length === source.answers.length &&
    formulas.mistakes.length === source.mistakes.length;
  const variants = isWhole ? drawVariants(source, formulas, report) : [];
  reportPlaces(source, names, report, reportUnknown);
  const values = variants.flatMap(({ answers }) => answers.map(({ value }) => value));
  checkRules(id, rules, values, report);
  const endless = values.find((value) => isEndless(value, rules));
  const [answer] = source.answers;
  if (endless !== undefined && answer !== undefined)
    report('question/endless-answer', { id, value: endless }, answer.span);
  return filled({ ...source, rules, variants }, names);
}

/** Variables that learners are not shown, and places without a variable. */
function reportPlaces(
  source: CalculatedSource,
  names: readonly string[],
  report: Report,
  reportUnknown: (name: string, span: CalculatedSource['span']) => void,
): void {
  const { id, prompt, variables, hints, explanation, feedback, answers, mistakes } = source;
  const places = placesIn(prompt);
  for (const { name, span } of variables)
    if (!places.has(name)) report('question/unseen-variable', { id: id.value, name }, span);
  // Without any variable the table is missing, or the field: that is said once.
  if (names.length === 0) return;
  const check = (text: Fragment | undefined, known: readonly string[]) => {
    if (text === undefined) return;
    for (const name of placesIn(text)) if (!known.includes(name)) reportUnknown(name, text.span);
  };
  for (const text of [prompt, ...hints.map((hint) => hint.text)]) check(text, names);
  const after = [explanation, feedback?.right, feedback?.partly, feedback?.wrong];
  const said = [...answers, ...mistakes].map((formula) => formula.feedback);
  for (const text of [...after, ...said]) check(text, [...names, 'answer']);
}

function filled(source: CalculatedSource, variables: readonly string[]): CalculatedSource {
  const [first] = source.variants;
  if (first === undefined) return source;
  const names = [...variables, 'answer'];
  const fill = <Text extends CalculatedSource['explanation']>(text: Text) =>
    withPlaces(text, names, first.shown);
  const withFeedback = (formula: FormulaSource): FormulaSource =>
    formula.feedback === undefined ? formula : { ...formula, feedback: fill(formula.feedback) };
  const { explanation, feedback } = source;
  const said = (['right', 'partly', 'wrong'] as const).flatMap((outcome) => {
    const text = feedback?.[outcome];
    return text === undefined ? [] : [[outcome, fill(text)] as const];
  });
  return {
    ...source,
    // The answer has no place in what is read before it.
    prompt: withPlaces(source.prompt, variables, first.shown),
    hints: source.hints.map((hint) => ({ ...hint, text: withPlaces(hint.text, variables, first.shown) })),
    ...(explanation !== undefined && { explanation: fill(explanation) }),
    ...(feedback !== undefined && { feedback: Object.fromEntries(said) }),
    answers: source.answers.map(withFeedback),
    mistakes: source.mistakes.map(withFeedback),
  };
}
