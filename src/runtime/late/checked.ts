/** What comes of an answer that was checked: loaded when somebody begins to answer, or did so before. */
import { checkedPart } from '../question/checked.ts';
import { registerLate } from '../register.ts';

registerLate('checked', checkedPart);
