import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { invocation, spoken } from '../../src/cli/invocation.ts';
import { COMMANDS } from '../../src/cli/registry.ts';
import { BIN, course, scratch } from './run.ts';

const nothing = scratch();
const project = scratch();
mkdirSync(join(project, 'node_modules/coursewright'), { recursive: true });
mkdirSync(join(project, 'below'));
writeFileSync(join(project, 'node_modules/coursewright/package.json'), '{}');
const onPath = scratch();
symlinkSync(BIN, join(onPath, 'course'));
const stranger = scratch();
writeFileSync(join(stranger, 'course'), '');

describe('how the program is started', () => {
  it.each([
    ['npm/11.0.0 node/v22', '', nothing, 'npx coursewright'],
    ['npm/11.0.0 node/v22', onPath, join(project, 'below'), 'npx course'],
    ['pnpm/10.0.0 npm/?', '', nothing, 'pnpm dlx coursewright'],
    ['pnpm/10.0.0 npm/?', '', project, 'pnpm exec course'],
    ['yarn/4.0.0', '', project, 'yarn course'],
    ['bun/1.0.0', '', nothing, 'bunx coursewright'],
    [undefined, onPath, project, 'course'],
    [undefined, stranger, project, 'npx course'],
    [undefined, stranger, nothing, `node ${BIN}`],
  ])('by %s, with the PATH %s, in %s: %s', (npm_config_user_agent, PATH, cwd, expected) => {
    expect(invocation({ npm_config_user_agent, PATH }, cwd, BIN)).toBe(expected);
  });

  it('stands in help and in errors', () => {
    const options = { cwd: nothing, env: { npm_config_user_agent: 'npm/11.0.0' } };
    const help = course(['build', '--help'], options).out;
    expect(help).toMatch(/^Usage: npx coursewright build /);
    expect(help).toContain('  npx coursewright build my-course --out public\n');
    expect(course(['--help'], options).out).not.toMatch(/^ +course /m);
    expect(course(['build', 'nowhere'], options).err).toContain('`npx coursewright init`');
    const empty = ['validate', scratch()];
    expect(course(empty, options).out).toContain('`npx coursewright init`');
    expect(course([...empty, '--format', 'json'], options).out).toContain('`course init`');
    expect(course(['bild'], options).err).toContain('`npx coursewright --help`');
  });

  it('is put into backticks only', () => {
    expect(spoken('Your course: run `course init` in `course`.', 'npx course')).toBe(
      'Your course: run `npx course init` in `course`.',
    );
  });

  it.each(COMMANDS.map(({ name }) => name))('is put before %s', (verb) => {
    expect(spoken(`\`course ${verb}\``, 'npx course')).toBe(`\`npx course ${verb}\``);
  });
});
