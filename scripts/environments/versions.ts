// The packages of others that the environments are made of, each in one version, so that a run can be repeated.

/** By the name that npm has. */
export const VERSIONS = {
  '@babel/core': '7.29.13',
  '@react-native/babel-preset': '0.82.1',
  '@rspack/core': '2.3.2',
  '@sveltejs/adapter-node': '5.5.7',
  '@sveltejs/kit': '2.70.4',
  '@sveltejs/vite-plugin-svelte': '7.3.1',
  '@types/jest': '30.0.0',
  '@yarnpkg/cli-dist': '4.18.1',
  bun: '1.4.5',
  deno: '2.9.6',
  esbuild: '0.28.2',
  '@types/node': '20.19.43',
  'happy-dom': '20.14.6',
  'hermes-engine-cli': '0.12.0',
  jest: '30.5.2',
  'jest-environment-jsdom': '30.5.2',
  jsdom: '27.3.0',
  metro: '0.83.8',
  next: '16.4.6',
  parcel: '2.16.4',
  pnpm: '10.34.8',
  react: '19.3.1',
  'react-dom': '19.3.1',
  svelte: '5.57.3',
  'ts-jest': '29.4.15',
  typescript: '5.9.3',
  vite: '8.3.8',
  vitest: '4.1.12',
  webpack: '5.113.0',
  workerd: '1.20261117.1',
} as const;

/** Some of them, as an environment asks for them. */
export function packages(...names: readonly (keyof typeof VERSIONS)[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, VERSIONS[name]]));
}
