import { BUILD_TIMING } from './build-timing.ts';
import { startSwitch } from './learner-switch.ts';
import { showProblems } from './overlay.ts';
import type { Status } from './status.ts';

startSwitch();

/**
 * The build that this page came from, which its response names: a build may end between the page and the first word from the
 * server. Browsers that keep the header to themselves go by that word.
 */
function builtAs(): number | undefined {
  const [page] = performance.getEntriesByType('navigation');
  if (!(page instanceof PerformanceNavigationTiming)) return undefined;
  const named = page.serverTiming.find(({ name }) => name === BUILD_TIMING);
  return named === undefined ? undefined : Number(named.description);
}

let shown = builtAs();

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
