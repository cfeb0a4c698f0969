import type { Fragment } from '../../load/source.ts';

/** Code and formulas of a text, each tag, and `{name}` outside of them. Attributes stand in double quotes. */
const PIECES = /<(math|code|pre)\b[\s\S]*?<\/\1>|<(?:[^>"]|"[^"]*")*>|\{([A-Za-z][A-Za-z0-9_]*)\}/g;

/** The names that stand in braces in a text: code and formulas stay as they are. */
export function placesIn({ html }: Fragment): Set<string> {
  return new Set([...html.matchAll(PIECES)].flatMap(([, , name]) => name ?? []));
}

/** The text with the values in their places, each in an element that the page can fill with others. */
export function withPlaces<Text extends Fragment | undefined>(
  text: Text,
  names: readonly string[],
  shown: readonly string[],
): Text {
  if (text === undefined) return text;
  const html = text.html.replace(
    PIECES,
    (piece: string, _tag: string | undefined, name: string | undefined) => {
      const at = name === undefined ? -1 : names.indexOf(name);
      return at < 0 ? piece : `<span data-variable="${name}">${shown[at] ?? name}</span>`;
    },
  );
  return { ...text, html };
}
