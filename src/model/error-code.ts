/**
 * The code of an error that the platform gives, such as `ENOENT` from the file system
 * (https://nodejs.org/api/errors.html#nodejs-error-codes); undefined for any other value thrown, such as a bug.
 */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
