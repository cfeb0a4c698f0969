import { decode, SIZE_LIMITS } from '../load/decode.ts';
import { sourceKind } from '../load/folder.ts';
import { unreadablePage } from '../load/module.ts';
import { unreadableQuiz } from '../load/quiz.ts';
import type { PageSource, QuizSource, SourceFile } from '../load/source.ts';
import type { CourseFiles } from '../model/files.ts';
import type { Cache } from './cache.ts';
import { type Compiled, type CompileJob, compileJob, stoppedJob } from './job.ts';
import { DEADLINE_SECONDS, isSuspicious } from './markdown/limits.ts';
