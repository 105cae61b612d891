/**
 * Jest runs the compiled build: what is tested is what ships. Each worker is one plain Node process that loads the
 * application once for all its suites.
 */
export default {
  rootDir: 'dist',
  testMatch: ['<rootDir>/{src,test,admin/test}/**/*.spec.js'],
  transform: {},
  runner: 'jest-light-runner/child-process',
  globalSetup: '<rootDir>/test/harness/global-setup.js',
  globalTeardown: '<rootDir>/test/harness/global-teardown.js',
  setupFilesAfterEnv: ['<rootDir>/test/harness/time-limits.js'],
  maxWorkers: 2,
};
