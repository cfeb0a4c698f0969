import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/registry.ts';
import { wantsColor } from '../../src/cli/terminal.ts';
import { name, version } from '../../src/cli/version.ts';
import { course } from './run.ts';

/** Lines that a terminal of 80 columns would break. */
const tooWide = (text: string) => text.split('\n').filter((line) => line.length > 80);

describe('course', () => {
  it('shows what it can do, and says so with 0', () => {
    const bare = course([]);
    const asked = course(['--help']);
    expect([bare.code, asked.code]).toEqual([0, 0]);
    expect(bare.out).toBe(asked.out);
    for (const { name } of COMMANDS) expect(asked.out).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(asked.err).toBe('');
    expect(asked.out).toMatch(/0 all is well, 1 .*\n2 it could not run/);
    expect(tooWide(asked.out)).toEqual([]);
  });

  it('knows its version', () => {
    expect(course(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect(name).toBe('coursewright');
  });

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    '%s --help has examples',
    (verb, command) => {
      const { code, out } = course([verb, '--help']);
      expect(code).toBe(0);
      expect(command.examples.length).toBeGreaterThan(1);
      for (const [line, purpose] of command.examples) {
        expect(line).toMatch(new RegExp(`^course ${verb}\\b`));
        expect(out).toContain(`  ${line}\n      ${purpose}`);
      }
      expect(tooWide(out)).toEqual([]);
      // What is off unless it is named needs no word on that.
      expect(out).not.toContain('default: false');
    },
  );

  it.each([
    [['bild'], /unknown command 'bild'[\s\S]*Did you mean build\?/],
    [['validate', '--fromat', 'json'], /unknown option '--fromat'/],
    [['validate', '--format', 'xml'], /Allowed choices are text, json, github/],
    [['build', 'a', 'b'], /too many arguments/],
    [['dev', '--port', 'eighty'], /A port is a number/],
    [['dev', '--port', '70000'], /A port is a number/],
    [['build', '/nowhere/at/all'], /There is no folder \/nowhere\/at\/all/],
    [['validate', '/etc/hostname'], /is not a folder/],
    [['init', '--shape', 'round', '--yes'], /Allowed choices are linear/],
    [['init'], /There is no terminal to ask on/],
  ])('%j cannot run: 2, in plain words, without a stack', (args, message) => {
    const { code, out, err } = course(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at .*\.js/);
  });

  it('shows the stack to those who ask', () => {
    expect(course(['build', '/nowhere'], { env: { COURSE_DEBUG: '1' } }).err).toMatch(/\n\s+at .*\.js/);
  });
});

describe('colours', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('%j on a terminal (%s): %s', (env, isTTY, wanted) => {
    expect(wantsColor(env, isTTY)).toBe(wanted);
  });
});
