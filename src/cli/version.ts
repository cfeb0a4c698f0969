import { name, version } from '../../package.json';

/** The version of this package, set when the CLI is bundled. */
export { name, version };
