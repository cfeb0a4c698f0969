import type { Item } from '../../model/course.ts';
import { type Context, choiceOf, note, rulesRead } from '../context.ts';
import { pointsToHave } from '../points.ts';
import type { Note } from '../types.ts';

/** Who gets to see an item: by conditions, routes and choices, its own and those of the sections around it. */
export function sees(context: Context, item: Item): Note[] {
  const around = context.around(item).toReversed();
  const groups = around.flatMap((each) => [byPlace(context, each, item), byCondition(context, each, item)]);
  const notes: Note[] = [];
  let isNarrowed = false;
  for (const group of groups) {
    // Conditions of one place after the other narrow down; several rules of one route add up.
    for (const [i, found] of group.entries())
      notes.push(
        i > 0
          ? linked('Also ', found)
          : isNarrowed && found.type !== 'choice'
            ? linked('Of these, ', found)
            : found,
      );
    isNarrowed ||= group.some(({ type }) => type !== 'choice');
  }
  const whens = around.flatMap(({ when }) => when ?? []);
  return notes.length > 0
    ? [...notes, ...pointsToHave(context.course, { type: 'all', of: whens })]
    : [note('everyone', 'Everyone.')];
}

function linked(by: string, found: Note): Note {
  return { ...found, text: `${by}${found.text.charAt(0).toLowerCase()}${found.text.slice(1)}` };
}

function byCondition(context: Context, each: Item, inner: Item): Note[] {
  if (!each.when) return [];
  const where = each === inner ? '' : `, since ${context.title(each.id)} is there for them only`;
  const text = `Learners who ${context.who(each.when)}${where}.`;
  return [note('when', text, { items: [each.id], condition: each.when, span: context.span(each, 'when') })];
}

/** The route or the choice that leads into an option. */
function byPlace(context: Context, option: Item, inner: Item): Note[] {
  const section = context.parent(option);
  const choice = choiceOf(section);
  if (!section) return [];
  if (choice) {
    const among = section.children.length;
    if (choice.count >= among) return [];
    const text = `Everyone sees it; it is for learners who choose ${context.title(option.id)} in ${context.title(section.id)} (${choice.count} of ${among} options).`;
    return [
      note('choice', text, {
        items: [option.id],
        span: context.span(section, 'choose') ?? context.span(section),
      }),
    ];
  }
  if (section.type !== 'dynamic-branching') return [];
  const rules = rulesRead(section);
  const notes = rules.flatMap((rule, place) => {
    if (!rule.to.includes(option.id)) return [];
    const span = context.span(rule);
    const unsent = 'Learners for whom no rule above holds';
    const where = option === inner ? 'here' : `to ${context.title(option.id)}`;
    const route = `the route of ${context.title(section.id)} sends them ${where}`;
    return rule.when
      ? [
          note(
            'route',
            `${place === 0 ? 'Learners' : `${unsent} and`} who ${context.who(rule.when)}: ${route}.`,
            {
              items: [option.id],
              condition: rule.when,
              span,
            },
          ),
        ]
      : [
          note('otherwise', `${place === 0 ? 'Everyone' : unsent}: ${route} (otherwise).`, {
            items: [option.id],
            span,
          }),
        ];
  });
  if (notes.length > 0) return notes;
  const text = `Nobody: no rule of ${context.title(section.id)} names ${context.title(option.id)}.`;
  return [
    note('nobody', text, {
      items: [option.id],
      span: context.span(section, 'route') ?? context.span(section),
    }),
  ];
}
