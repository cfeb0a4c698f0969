/** QR codes: loaded when a link with progress is made. */
import { registerLate } from '../register.ts';
import { qrPart } from '../transfer/qr-part.ts';

registerLate('qr', qrPart);
