import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule, type Words } from '../../rule.ts';
import { code } from '../../words.ts';

const RESTORE = 'Take it back from git (`git checkout -- course-lock.json`), then run `course lock`.';

export const editionBadLock = defineRule({
  id: 'edition/bad-lock',
  severity: 'error',
  why: 'The lock file remembers which ids learners have met. Unread it cannot tell when an edit would cost them their progress.',
  examples: {
    bad: {
      'course-lock.json': `{
  "format": "coursewright-edition",
  "version": 1,
  "course": "bread"
  "title": "Bread",
  "published": {}
}
`,
    },
    good: {
      'course-lock.json': `{
  "format": "coursewright-edition",
  "version": 1,
  "course": "bread",
  "title": "Bread",
  "published": {
    "basics": {"kind":"quiz","title":"Basics"},
    "basics#strong": {"kind":"question","title":"Which flour is strong?","type":"single","asks":"a","answers":["b"]},
    "flour": {"kind":"module","title":"Flour"},
    "pathway": {"kind":"section","title":"Bread"},
    "water": {"kind":"module","title":"Water"}
  }
}
`,
    },
  },
  message(args: LoadFindings['edition/bad-lock']): Words {
    switch (args.problem) {
      case 'conflict':
        return {
          message: 'A merge has left its marks in the lock file, so it cannot be read.',
          help: 'Keep the lines of both sides, one for each id (where they differ, the one with more `answers`), without the marks. Then run `course lock`.',
        };
      case 'syntax':
        return { message: 'At this line the lock file is no JSON, so it cannot be read.', help: RESTORE };
      case 'format':
        return {
          message:
            'This is no lock file of a course: it lacks `format`, `version`, `course`, `title` or `published` as `course lock` writes them.',
          help: RESTORE,
        };
      case 'version':
        return {
          message: `A newer version of the tool wrote this lock file (form ${args.version}), and this one cannot read it.`,
          help: 'Use the version that the others use who work on the course: `npm install` where package.json names it, or `npm install coursewright@latest`.',
        };
      case 'too-many':
        return {
          message: 'The lock file holds more ids than a course can have.',
          help: RESTORE,
        };
      case 'entry':
        return {
          message: `The entry ${code(args.name)} of the lock file makes no sense, so the file is not used.`,
          help: RESTORE,
        };
      case 'twice':
        return {
          message: `${code(args.name)} stands in the lock file twice, as merges may leave it: only one of the two would count.`,
          help: 'Delete the line with fewer `answers`. Then run `course lock`.',
        };
    }
  },
});
