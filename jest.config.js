export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  // Half of the cores is Jest's own choice; much of a suite's time goes by waiting for stores and servers.
  maxWorkers: '100%',
  testTimeout: 60_000,
};
