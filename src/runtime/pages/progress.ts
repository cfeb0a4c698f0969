/** The bundle of the progress page. */
import { registerPage } from '../register.ts';
import { showReport } from '../report/report.ts';
import { buildTransfer } from '../report/transfer-panel.ts';

registerPage('progress', (page) => {
  buildTransfer(page);
  return () => showReport(page);
});
