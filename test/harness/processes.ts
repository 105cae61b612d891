const cache = process.env['NODE_COMPILE_CACHE'];

/** For processes of our own code: a third of their start is finding and compiling it, which the one before has done already. */
export const quickStart: Readonly<Record<string, string>> = {
  NODE_OPTIONS: `--no-warnings --import=${new URL('../../../scripts/use-bundles.js', import.meta.url).href}`,
  ...(cache && { NODE_COMPILE_CACHE: cache }),
};
