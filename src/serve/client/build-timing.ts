/** The name under which a page's response says which build it came from (https://www.w3.org/TR/server-timing/). */
export const BUILD_TIMING = 'build';
