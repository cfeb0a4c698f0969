/** Who is learning, where several do in one browser: loaded only then. */
import { peoplePart } from '../people/people-part.ts';
import { registerLate } from '../register.ts';

registerLate('people', once(peoplePart));

/** The part keeps what it knows between calls. */
function once<In, Out>(make: (from: In) => Out): (from: In) => Out {
  let made: Out | undefined;
  return (from) => {
    made ??= make(from);
    return made;
  };
}
