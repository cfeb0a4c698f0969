import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { browserFile } from '../../src/cli/site-parts.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { type BuildResult, Preview } from '../../src/serve/preview.ts';
import { DEV_SCRIPT, type RunningServer, startServer } from '../../src/serve/server.ts';
import { launchChromium } from '../browser/launch.ts';

let browser: Browser;
let page: Page;
let preview: Preview;
let server: RunningServer;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  preview = new Preview();
  server = await startServer(preview, { host: '127.0.0.1', port: 0, client: browserFile('dev-client.js') });
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
  await server.close();
});

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";

function build(text: string | undefined, ...diagnostics: Diagnostic[]): BuildResult {
  const html = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>T</title><main>${text}</main><script src="${DEV_SCRIPT}" defer></script>`;
  const files = text === undefined ? undefined : [{ path: 'index.html', content: html }];
  return { title: 'T', files, diagnostics, locate: (path) => path };
}

function finding(severity: Diagnostic['severity'], message: string): Diagnostic {
  const place = { line: 3, column: 5, offset: 20 };
  return {
    rule: 'x/y',
    severity,
    message,
    help: 'Do this.',
    file: 'modules/a.md',
    start: place,
    end: place,
    related: [],
    witness: [],
    fix: [],
  };
}

it('reloads the page after each good build, under the strictest policy', async () => {
  preview.take(build('one'));
  await page.goto(server.url);
  preview.take(build('two'));
  await page.getByText('two').waitFor();
  expect(await page.locator('course-dev-overlay').count()).toBe(0);
});

it('shows errors with their place, as text, and goes away with them', async () => {
  preview.take(build('good'));
  await page.goto(server.url);
  preview.take(build(undefined, finding('error', 'No <img src=x onerror="document.title=1"> here.')));
  const panel = page.getByRole('alert');
  await panel.waitFor();
  const text = await panel.textContent();
  for (const part of [
    '1 error',
    'modules/a.md:3:5',
    'No <img src=x onerror="document.title=1"> here.',
    'Do this.',
    'the last build that worked',
  ])
    expect(text).toContain(part);
  expect(await panel.locator('img').count()).toBe(0);
  expect(await page.title()).toBe('T');
  expect(await page.locator('main').textContent()).toBe('good');
  preview.take(build('mended'));
  await page.getByText('mended').waitFor();
  expect(await panel.count()).toBe(0);
});

it('is put away and brought back by keyboard, and leaves the focus in reach', async () => {
  preview.take(build('good', finding('error', 'Wrong.')));
  await page.goto(server.url);
  const panel = page.getByRole('alert');
  await panel.waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await page.getByRole('button', { name: 'Dismiss' }).focus();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await panel.waitFor();
  await page.keyboard.press('Enter');
  await panel.waitFor({ state: 'detached' });
});

it('keeps warnings behind a button', async () => {
  preview.take(build('good', finding('warning', 'Hm.'), finding('warning', 'Hm again.')));
  await page.goto(server.url);
  const button = page.getByRole('button', { name: '2 warnings' });
  await button.waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await button.click();
  expect(await page.getByRole('alert').textContent()).toContain('Hm again.');
});

it('shows locked pages for proofreading, and as learners see them behind a switch that is remembered', async () => {
  const result = build('a page');
  const [file] = result.files ?? [];
  const content = String(file?.content).replace('<main>', '<body data-page="module"><main>');
  preview.take({ ...result, files: [{ path: 'index.html', content }] });
  await page.goto(server.url);
  const box = page.getByRole('checkbox', { name: 'See it as a learner' });
  const root = page.locator('html[data-preview]');
  expect(await box.isChecked()).toBe(false);
  expect(await root.count()).toBe(1);
  await Promise.all([page.waitForEvent('load'), box.check({ noWaitAfter: true })]);
  await page.waitForFunction('!document.documentElement.hasAttribute("data-preview")');
  await page.reload();
  expect(await box.isChecked()).toBe(true);
  expect(await root.count()).toBe(0);
  await Promise.all([page.waitForEvent('load'), box.uncheck({ noWaitAfter: true })]);
  await root.waitFor();
});
