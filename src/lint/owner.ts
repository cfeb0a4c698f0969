import type { ConditionOwner } from './context.ts';
import { code } from './words.ts';

/** A condition by what it decides, at the start of a sentence. */
export function ownerInWords(owner: ConditionOwner): string {
  switch (owner.type) {
    case 'when':
    case 'requires':
      return `The condition ${code(owner.type)} of ${code(owner.item.id)}`;
    case 'route':
      return `A rule in the route of ${code(owner.section.id)}`;
    case 'badge':
      return `The badge ${code(owner.badge.id)}`;
    case 'certificate':
      return 'The certificate';
    case 'complete':
      return 'The end of the course (`complete`)';
  }
}
