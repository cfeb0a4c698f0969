/** How many answers, and how many mistakes, a typed answer is compared with: as many as its schema allows. */
export const MOST_KNOWN = 100;

/** UTF-16 units of a text that learners type: what can be kept of it. */
export const MOST_TYPED = 200;
