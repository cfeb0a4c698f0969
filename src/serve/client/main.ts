import { startSwitch } from './learner-switch.ts';
import { type Status, showProblems } from './overlay.ts';

startSwitch();

let shown: number | undefined;

const source = new EventSource('/__course/events');
source.addEventListener('message', (message: MessageEvent<string>) => {
  const status: Status = JSON.parse(message.data);
  if (shown !== undefined && status.version !== shown) {
    location.reload();
    return;
  }
  shown = status.version;
  showProblems(status);
});
