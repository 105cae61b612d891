/** Calls through at most once in so many milliseconds: an outage is a line now and then, not a flood. */
export function onceIn<A extends unknown[]>(milliseconds: number, call: (...given: A) => void): (...given: A) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...given) => {
    if (performance.now() - last < milliseconds) return;
    last = performance.now();
    call(...given);
  };
}
