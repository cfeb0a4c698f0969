import type { Element } from 'hast';
import { isPhrasing, raw } from '../../../templates/site/raw.ts';
import type { QuestionView } from '../../../templates/site/types.ts';
import { domId } from '../../model/anchor.ts';

/** A group of radio buttons for each statement: side by side where there is room. */
export function statementList({ source, key, link, words }: QuestionView<'likert'>): Element {
  const own = source.scale.length > 0;
  const scale = own ? source.scale : words.agreement;
  const statements = source.statements.map(({ id, text }, index) => {
    const html = link(text.html);
    const name = `${domId(source.id.value)}-statement-${index + 1}`;
    const steps = (
      <div class="scale" lang={own ? undefined : words.lang}>
        {scale.map((step, i) => (
          <label>
            <input type="radio" name={`${key}~${id}`} value={String(i + 1)} />
            <span>{step}</span>
          </label>
        ))}
      </div>
    );
    return isPhrasing(html) ? (
      <fieldset class="statement" data-part={id}>
        <legend>{raw(html)}</legend>
        {steps}
      </fieldset>
    ) : (
      <fieldset class="statement" data-part={id} aria-labelledby={name}>
        <div class="statement-text" id={name}>
          {raw(html)}
        </div>
        {steps}
      </fieldset>
    );
  });
  // Over columns that narrow only short words can be read.
  const isShort = scale.every((step) => step.length < 5);
  const isTable = scale.length <= 5 || isShort;
  return (
    <div class={['statements', ...(isTable ? ['as-table'] : []), ...(isShort ? ['short'] : [])]}>
      {isTable ? (
        <div class="scale-titles" aria-hidden="true" lang={own ? undefined : words.lang}>
          <div class="scale">
            {scale.map((step) => (
              <span>{step}</span>
            ))}
          </div>
        </div>
      ) : undefined}
      {statements}
    </div>
  ) as Element;
}
