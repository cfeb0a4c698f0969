import type { Element, ElementContent } from 'hast';
import { raw } from '../../../templates/site/raw.ts';
import type { QuestionView } from '../../../templates/site/types.ts';
import { domId } from '../../model/anchor.ts';
import type { Area } from './area.ts';
import { isSeveral } from './grade.ts';
import type { RegionSource } from './types.ts';

/**
 * The picture with a numbered label over each region, and below it the choices: the labels on the picture belong to the same
 * radio buttons or check boxes, so that both ways of choosing are one, with and without a script.
 */
export function regionsIn(view: QuestionView<'hotspot'>): Element {
  const { source, link } = view;
  const id = domId(source.id.value);
  return (
    <div class="hotspot">
      <div class="hotspot-image">
        {source.image && raw(link(source.image.html))}
        {raw(overlay(source.regions, id))}
      </div>
      <div class="options">{source.regions.flatMap((region, index) => choice(view, region, index, id))}</div>
    </div>
  ) as Element;
}

/** One region in the list. The label on the picture is not part of its name. */
function choice(
  { source, key, link, words }: QuestionView<'hotspot'>,
  region: RegionSource,
  index: number,
  id: string,
): ElementContent[] {
  const type = isSeveral(source) ? 'checkbox' : 'radio';
  const input = `${id}-region-${index + 1}`;
  const text = `${input}-text`;
  const option = (
    <div class="option" data-option={region.id}>
      <input type={type} name={key} value={region.id} id={input} aria-labelledby={text} />
      <label class="option-text" for={input} id={text}>
        {region.text.html === '' ? (
          <span lang={words.lang}>{words.place(index + 1)}</span>
        ) : (
          [<span class="spot-number">{String(index + 1)}</span>, ' ', raw(link(region.text.html))]
        )}
      </label>
    </div>
  );
  return [option as Element, (<div class="option-feedback" data-slot="option-feedback" hidden />) as Element];
}

/**
 * The labels over the picture. Percentages in attributes of SVG place them at any size of the picture, where the content
 * security policy allows no `style` attributes and no script has run.
 */
function overlay(regions: readonly RegionSource[], id: string): string {
  const labels = regions.map(({ area }, index) => {
    if (area === undefined) return '';
    const label = `<label class="spot ${area.shape}" for="${id}-region-${index + 1}"><span class="spot-number">${index + 1}</span></label>`;
    return `<foreignObject ${frame(area)}>${label}</foreignObject>`;
  });
  return `<svg class="spots" width="100%" height="100%" aria-hidden="true" focusable="false">${labels.join('')}</svg>`;
}

/** A circle begins at the height of its middle: the style sheet makes it as high as wide and moves it up by its radius. */
function frame(area: Area): string {
  if (area.shape === 'rect')
    return `x="${area.x}%" y="${area.y}%" width="${area.width}%" height="${area.height}%"`;
  const { x, y, radius } = area;
  return `x="${short(x - radius)}%" y="${y}%" width="${short(radius * 2)}%" height="1"`;
}

/** A difference of decimals without its last bits. */
function short(number: number): number {
  return Number(number.toFixed(4));
}
