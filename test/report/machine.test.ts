import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { github } from '../../src/report/github.ts';
import { json } from '../../src/report/json.ts';
import { options, reportOn } from './sample.ts';

describe('the json report', () => {
  it('has the documented fields, and optional ones only where they say something', () => {
    expect(JSON.parse(json.render(reportOn('a\nb watr', 'watr'), options))).toEqual({
      version: 1,
      course: { id: 'bread', title: 'Bread' },
      summary: { errors: 1, warnings: 0 },
      proof: null,
      diagnostics: [
        {
          rule: 'link/missing-target',
          severity: 'error',
          message: 'This link leads nowhere.',
          file: 'modules/page.md',
          start: { line: 2, column: 3, offset: 4 },
          end: { line: 2, column: 7, offset: 8 },
        },
      ],
    });
  });

  it('carries help, related places, witness and fix', () => {
    const place = { line: 1, column: 1, offset: 0 };
    const report = reportOn('watr', 'watr', {
      help: 'Do.',
      witness: ['opens Flour'],
      related: [{ message: 'first', file: 'course.yaml', start: place, end: place }],
      fix: [{ span: { file: 'modules/page.md', start: 0, end: 4 }, text: 'water' }],
    });
    const [entry] = JSON.parse(json.render(report, options)).diagnostics;
    expect(entry).toMatchObject({
      help: 'Do.',
      witness: ['opens Flour'],
      related: [{ message: 'first', file: 'course.yaml', start: place, end: place }],
      fix: [{ file: 'modules/page.md', start: 0, end: 4, text: 'water' }],
    });
  });

  it('says null for a course that cannot be used', () => {
    const parsed = JSON.parse(json.render({ diagnostics: [], texts: new Map() }, options));
    expect(parsed).toEqual({
      version: 1,
      course: null,
      summary: { errors: 0, warnings: 0 },
      proof: null,
      diagnostics: [],
    });
  });
});

/** What GitHub's runner reads from a line (actions/runner, ActionCommand.TryParseV2). */
function parse(line: string) {
  const [, command = '', list = '', data = ''] = /^::(\w+) ([^:]*)::(.*)$/.exec(line) ?? [];
  const decoded = (text: string) =>
    text
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%25', '%');
  const properties = Object.fromEntries(
    list.split(',').map((pair) => [pair.split('=')[0], decoded(pair.slice(pair.indexOf('=') + 1))]),
  );
  return { command, properties, data: decoded(data) };
}

describe('the github report', () => {
  it('is a command that names file, lines and columns', () => {
    const report = reportOn('a\nb watr', 'watr', { help: 'Correct it.' });
    const [line = ''] = github.render(report, { ...options, prefix: 'courses/bread/' }).split('\n');
    expect(parse(line)).toEqual({
      command: 'error',
      properties: {
        file: 'courses/bread/modules/page.md',
        line: '2',
        endLine: '2',
        col: '3',
        endColumn: '7',
        title: 'link/missing-target',
      },
      data: 'This link leads nowhere.\nCorrect it.',
    });
  });

  it('gives no columns to a span over several lines', () => {
    const [line = ''] = github.render(reportOn('a\nb', 'a\nb'), options).split('\n');
    expect(parse(line).properties).toEqual({
      file: 'modules/page.md',
      line: '1',
      endLine: '2',
      title: 'link/missing-target',
    });
  });

  it.each([
    'x\n::set-output name=a::b',
    'x\r\n::stop-commands::t',
    'a,col=1::forged',
    '100%0A::error::x',
    '##[set-env name=PATH]x',
  ])('lets no text of an author become a command: %j', (hostile) => {
    const report = reportOn('watr', 'watr', {
      message: hostile,
      help: hostile,
      witness: [hostile],
      file: `modules/${hostile}.md`,
    });
    const lines = github.render(report, options).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).not.toContain('##[');
    const { command, properties } = parse(lines[0] ?? '');
    expect(command).toBe('error');
    expect(Object.keys(properties)).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
  });
});

it('every format prints exactly one record for any message', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (message) => {
      const report = reportOn('watr', 'watr', { message });
      expect(JSON.parse(json.render(report, options)).diagnostics).toHaveLength(1);
      expect(github.render(report, options).match(/^::/gm)).toHaveLength(1);
    }),
  );
});
