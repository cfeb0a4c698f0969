/** Two ways of using a page: by keyboard alone, and by touch. Both do only what a person can do. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Hand {
  readonly name: 'keyboard' | 'touch';
  /** Makes a radio button or check box checked, or a check box unchecked. */
  choose(control: Locator, wanted?: boolean): Promise<void>;
  /** Replaces what stands in a text field. */
  type(field: Locator, text: string): Promise<void>;
  /** Takes the entry of a menu that reads like this. */
  pick(menu: Locator, entry: string): Promise<void>;
  press(button: Locator): Promise<void>;
}

/** Far more stops than a page of one question has. */
const STOPS = 120;

/** Tab, Shift and Tab, arrows, Space, Enter and letters. */
export function keyboard(page: Page): Hand {
  const { keyboard: keys } = page;

  /** Where a control is, seen from the focus. */
  const seen = (control: Locator) =>
    control.evaluate((element) => {
      const at = document.activeElement;
      const group = (found: Element | null) =>
        found instanceof HTMLInputElement && found.type === 'radio'
          ? `${found.form?.id} ${found.name}`
          : found;
      if (at === element || group(at) === group(element)) return 'here';
      const isBefore = at && element.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING;
      return isBefore && at !== document.body ? 'before' : 'after';
    });

  async function reach(control: Locator): Promise<void> {
    const way: string[] = [];
    for (let stop = 0; stop < STOPS; stop++) {
      const place = await seen(control);
      if (place === 'here') return;
      await keys.press(place === 'before' ? 'Shift+Tab' : 'Tab');
      way.push(await page.evaluate(`document.activeElement.outerHTML.slice(0, 80)`));
    }
    expect.unreachable(`The keyboard does not reach ${control}; its stops:\n${way.slice(0, 40).join('\n')}`);
  }

  return {
    name: 'keyboard',
    async choose(control, wanted = true) {
      if ((await control.isChecked()) === wanted) return;
      await reach(control);
      const isHere = () => control.evaluate((element) => document.activeElement === element);
      // In a group of radio buttons the arrows go on, and choose.
      for (let step = 0; !(await isHere()); step++) {
        expect(step, `arrow keys do not reach ${control}`).toBeLessThan(20);
        await keys.press('ArrowDown');
      }
      if ((await control.isChecked()) !== wanted) await keys.press('Space');
      expect(await control.isChecked(), String(control)).toBe(wanted);
    },
    async type(field, text) {
      await reach(field);
      await keys.press('ControlOrMeta+A');
      await keys.press('Delete');
      await keys.type(text);
    },
    async pick(menu, entry) {
      await reach(menu);
      await keys.press('Home');
      for (let step = 0; (await shownIn(menu)) !== entry; step++) {
        expect(step, `${entry} is not in ${menu}`).toBeLessThan(40);
        await keys.press('ArrowDown');
      }
    },
    async press(button) {
      await reach(button);
      await keys.press('Enter');
    },
  };
}

/** Taps, and letters from the keyboard on the screen. */
export function touch(page: Page): Hand {
  return {
    name: 'touch',
    async choose(control, wanted = true) {
      if ((await control.isChecked()) !== wanted) await tap(page, control);
      expect(await control.isChecked(), String(control)).toBe(wanted);
    },
    async type(field, text) {
      await field.tap();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      await page.keyboard.type(text);
    },
    async pick(menu, entry) {
      // The list that opens is the system's own, not the page's: it is answered, not drawn.
      await menu.selectOption({ label: entry });
    },
    press: (button) => button.tap(),
  };
}

/** A finger in the middle of what is seen there, be it the control or its label. */
async function tap(page: Page, control: Locator): Promise<void> {
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  if (box === null) expect.unreachable(`${control} is not to be seen`);
  else await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

/** What a menu shows as chosen. */
function shownIn(menu: Locator): Promise<string> {
  return menu.evaluate((element) =>
    element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.label ?? '') : '',
  );
}

/** What stands in the controls of a question, in their order. */
export function controlsOf(place: Locator): Promise<unknown[]> {
  return place.locator('input, select, textarea').evaluateAll((controls) =>
    controls.map((control) => {
      if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox'))
        return [control.value, control.checked];
      return 'value' in control ? control.value : undefined;
    }),
  );
}
