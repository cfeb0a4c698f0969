/** The bundle of the progress page. */
import { buildPeople } from '../people/people-panel.ts';
import { registerPage } from '../register.ts';
import { showReport } from '../report/report.ts';
import { buildTransfer } from '../report/transfer-panel.ts';

registerPage('progress', (page, tools) => {
  const showTransfer = buildTransfer(page, tools);
  buildPeople(page, tools);
  return () => {
    showReport(page);
    showTransfer();
  };
});
