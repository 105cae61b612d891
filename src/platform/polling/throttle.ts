/** Calls the function at most once per period, so that an outage does not fill the log. */
export function throttle<A extends unknown[]>(
  milliseconds: number,
  call: (...values: A) => void,
): (...values: A) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...values) => {
    if (performance.now() - last < milliseconds) return;
    last = performance.now();
    call(...values);
  };
}
