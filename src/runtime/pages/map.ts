/** The bundle of the pages of the map: where the learner is in the picture. */
import { registerPage } from '../register.ts';

registerPage('map', (page, { all, slot }) => {
  const here = slot('here');
  const boxes = new Map(all('.picture [data-item]').map((box) => [box.dataset.item ?? '', box]));
  return () => {
    const { view, items } = page.progress;
    for (const box of boxes.values())
      box.querySelector(':scope > [aria-current]')?.removeAttribute('aria-current');
    // In a section that is one box here, the learner is in that box.
    let id = view.next;
    while (id !== undefined && !boxes.has(id)) id = items.get(id)?.parent;
    const box = boxes.get(id ?? '');
    const link = box?.querySelector(':scope > a');
    if (here) here.hidden = !link;
    if (!box || !link || !here) return;
    link.setAttribute('aria-current', 'step');
    box.append(here);
  };
});
