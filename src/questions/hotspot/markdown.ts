import type { Image, ImageReference, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { YamlMap } from '../../load/yaml.ts';
import { isTaskList, withFeedback } from '../choice/options.ts';
import type { MarkdownAnswer, MarkdownForm } from '../markdown-form.ts';
import { isShaped, looksLikeArea } from './area.ts';

type Picture = Image | ImageReference;

/** A task list of which an entry ends in its region, as code, and the last image before it. */
export function markdown(form: MarkdownForm): MarkdownAnswer | undefined {
  const list = form.blocks.findLast(isTaskList);
  if (list === undefined) return undefined;
  // One region is enough: as options, entries would show learners the numbers of all others.
  const areas = list.children.map((item) => areaIn(item)?.code);
  const isMeant =
    areas.every((code) => code !== undefined) ||
    areas.some((code) => code?.type === 'inlineCode' && isShaped(code.value));
  if (form.type !== 'hotspot' && !(form.type === undefined && isMeant)) return undefined;
  const others = form.blocks.filter((block) => block !== list);
  const picture = pictureIn(others);
  return {
    prompt: picture === undefined ? others : others.flatMap((block) => without(block, picture)),
    answers: [list],
    fields: {
      image: picture && imageOf(picture, form),
      regions: form.list(
        list.children.map((item) => regionOf(item, form)),
        form.spanOf(list),
      ),
    },
  };
}

function pictureIn(blocks: readonly RootContent[]): Picture | undefined {
  return blocks
    .flatMap((block) => (block.type === 'paragraph' ? block.children : []))
    .findLast((node) => node.type === 'image' || node.type === 'imageReference');
}

/** A block without the picture; nothing where there is nothing else in it. */
function without(block: RootContent, picture: Picture): RootContent[] {
  if (block.type !== 'paragraph' || !block.children.includes(picture)) return [block];
  const children = trimmed(block.children.filter((node) => node !== picture));
  return children.length === 0 ? [] : [{ ...block, children }];
}

/** `src` carries the compiled picture: it stands in a page like any other image. */
function imageOf(picture: Picture, form: MarkdownForm): YamlMap {
  const span = form.spanOf(picture);
  const src = picture.type === 'image' ? picture.url : picture.identifier;
  return form.map(
    {
      src: { ...form.text([picture], span), value: src, text: src },
      // That it is missing the compiler has reported.
      alt: picture.alt ? form.scalar(picture.alt, span) : undefined,
    },
    span,
  );
}

/** The code at the end of an entry, where it looks like a region; its paragraph. */
function areaIn(
  item: ListItem,
): { readonly paragraph: Paragraph; readonly code: PhrasingContent } | undefined {
  const paragraph = withFeedback(item).content.findLast((node) => node.type === 'paragraph');
  const code = paragraph && trimmed(paragraph.children).at(-1);
  if (paragraph === undefined || code?.type !== 'inlineCode' || !looksLikeArea(code.value)) return undefined;
  return { paragraph, code };
}

function regionOf(item: ListItem, form: MarkdownForm): YamlMap {
  const { content, feedback } = withFeedback(item);
  const span = form.spanOf(item);
  const found = areaIn(item);
  const rest = content.flatMap((node): RootContent[] => {
    if (node !== found?.paragraph) return [node];
    const children = trimmed(found.paragraph.children.filter((child) => child !== found.code));
    return children.length === 0 ? [] : [{ ...found.paragraph, children }];
  });
  return form.map(
    {
      area:
        found?.code.type === 'inlineCode'
          ? form.scalar(found.code.value, form.spanOf(found.code))
          : undefined,
      text: rest.length === 0 ? undefined : form.text(rest),
      correct: typeof item.checked === 'boolean' ? form.scalar(String(item.checked), span) : undefined,
      feedback: feedback.length === 0 ? undefined : form.text(feedback),
    },
    span,
  );
}

/** Without blanks and breaks at the end. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last === undefined) return [];
  if (last.type === 'break') return trimmed(nodes.slice(0, -1));
  if (last.type !== 'text') return [...nodes];
  const value = last.value.trimEnd();
  return value === '' ? trimmed(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { ...last, value }];
}
