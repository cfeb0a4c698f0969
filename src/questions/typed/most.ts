/** How many answers, and how many mistakes, a typed answer is compared with: as many as its schema allows. */
export const MOST_KNOWN = 100;
