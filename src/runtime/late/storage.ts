/** What the store rarely needs: packing, what came from files, what cannot be read, reset. */
import { registerLate } from '../register.ts';
import { storagePart } from '../store/late/storage-part.ts';

registerLate('storage', () => storagePart);
