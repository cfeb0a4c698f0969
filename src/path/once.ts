/**
 * A question that is answered once for each key. While it is being answered, the answer to itself is
 * `busy`: that ends every circle.
 */
export function once<Key, Answer>(busy: Answer, answer: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new Map<Key, Answer>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known ?? busy;
    answers.set(key, busy);
    const found = answer(key);
    answers.set(key, found);
    return found;
  };
}
