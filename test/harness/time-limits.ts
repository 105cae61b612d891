import { addEventHandler } from 'jest-circus';

/** Limit in milliseconds of a test or hook without its own limit. */
const DEFAULT_LIMIT = 120_000;

type Act = () => unknown;

// jest-light-runner waits for every test without a limit.
addEventHandler((event, { currentDescribeBlock: block }) => {
  if (event.name !== 'add_test' && event.name !== 'add_hook') return;
  const added = event.name === 'add_test' ? block.tests.at(-1) : block.hooks.at(-1);
  if (added?.fn) Object.assign(added, { fn: within(added.fn as Act, added.timeout ?? DEFAULT_LIMIT) });
});

/** Returns a function that fails if `act` is not finished after `limit` milliseconds. */
const within =
  (act: Act, limit: number): (() => Promise<void>) =>
  async () => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Not finished after ${limit} ms`)), limit);
    });
    try {
      await Promise.race([act(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
