import { nearest } from '../../model/nearest.ts';
import { type DirectiveName, directiveShapes, isDirective } from './registry.ts';

/** What other tools (Docusaurus, VitePress, MyST, Pandoc, GitBook) call what is here. */
const elsewhere: Readonly<Record<string, DirectiveName>> = {
  info: 'note',
  admonition: 'note',
  seealso: 'note',
  todo: 'note',
  abstract: 'note',
  summary: 'note',
  success: 'tip',
  caution: 'warning',
  danger: 'warning',
  error: 'warning',
  attention: 'warning',
  exercise: 'question',
  quiz: 'question',
  spoiler: 'details',
  dropdown: 'details',
  collapse: 'details',
  toggle: 'details',
  accordion: 'details',
  tabset: 'tabs',
  'tab-set': 'tabs',
  'code-group': 'tabs',
  'tab-item': 'tab',
  file: 'download',
  attachment: 'download',
};

const PICTURES = /^(image|img|figure|picture)$/i;

/** The directive that was probably meant by a name, the name itself if it is one; undefined when none is close. */
export function directiveMeant(name: string): DirectiveName | undefined {
  if (isDirective(name)) return name;
  const lower = name.toLowerCase();
  if (isDirective(lower)) return lower;
  if (Object.hasOwn(elsewhere, lower)) return elsewhere[lower];
  const near = nearest(name, Object.keys(directiveShapes));
  return near !== undefined && isDirective(near) ? near : undefined;
}

/**
 * What to write in the place of something that looks like a directive and is none, in the form of the directive
 * that was meant; undefined when nothing is close.
 *
 * @param colons as written
 * @param title the text behind the name that stands in no brackets, or ''
 */
export function insteadOf(colons: string, name: string, title: string): string | undefined {
  if (PICTURES.test(name)) return '![…](…)';
  const meant = directiveMeant(name);
  if (meant === undefined) return undefined;
  const { form } = directiveShapes[meant];
  const label = title === '' ? '' : `[${title}]`;
  const fence = form === 'container' ? colons.padEnd(3, ':') : form === 'leaf' ? '::' : ':';
  if (meant === 'question') return `${fence}question${label}{#…}`;
  return `${fence}${meant}${label}`;
}
