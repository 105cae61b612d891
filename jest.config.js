import { existsSync } from 'node:fs';
import { bundles } from './scripts/bundle-for-tests.js';

/** Jest runs the compiled build: what is tested is what ships. */
export default {
  rootDir: 'dist',
  testMatch: process.env.KONTOR_TEST_GROUPS ? ['<rootDir>/groups/*.spec.js'] : ['<rootDir>/{src,test}/**/*.spec.js'],
  transform: {},
  // Every suite loads the application anew; of three libraries that is 800 files. Without the bundles it only takes longer.
  moduleNameMapper: Object.fromEntries(
    bundles.filter(({ file }) => existsSync(file)).map(({ name, file }) => [`^${name}$`, file]),
  ),
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/harness/global-setup.js',
  globalTeardown: '<rootDir>/test/harness/global-teardown.js',
  testTimeout: 30_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
};
