import { subscribeToHttp } from "./httpChannel.js";
import { subscribeToProcesses } from "./processChannel.js";
import { subscribeToUndici } from "./undiciChannel.js";

let watching = false;

/**
 * Starts to watch HTTP exchanges and child processes, once for the whole process and for good: an acquisition must not
 * pay for subscribing, and outside one a request costs a single look at the AsyncLocalStorage.
 */
export function watchWire(): void {
  if (watching) return;
  watching = true;
  subscribeToHttp();
  subscribeToUndici();
  subscribeToProcesses();
}
