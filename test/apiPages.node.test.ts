// The reference of the API shows what is typed by sizes in plain types, as the classes behind it have them.
import { Application, type DeclarationReflection, ReflectionKind, TSConfigReader, TypeDocReader } from 'typedoc';
import { expect, it } from 'vitest';

it('pages of classes and functions show the plain types of what is typed by sizes', async () => {
  const options = { entryPoints: ['src/index.ts', 'src/data/index.ts'], projectDocuments: [], skipErrorChecking: true };
  const app = await Application.bootstrapWithPlugins(options, [new TypeDocReader(), new TSConfigReader()]);
  const project = await app.convert();
  const door = project?.children?.find(({ children }) => children?.some(({ name }) => name === 'Network'));
  const named = (path: string) => door?.getChildByName(path) as DeclarationReflection;
  const shown = (path: string) => {
    const { signatures = [] } = named(path);
    return signatures.map(({ parameters = [], typeParameters = [], type }) => {
      const names = typeParameters.map(({ name }) => name).join(', ');
      return `${names && `<${names}>`}(${parameters.map((one) => `${one.name}: ${one.type}`).join(', ')}): ${type}`;
    });
  };
  expect(named('Network').kind).toBe(ReflectionKind.Class);
  expect(shown('Network.constructor')).toEqual([
    '(given: readonly number[] | readonly Layer[], options: NetworkOptions): Network',
  ]);
  expect(shown('Network.forward')).toEqual(['(input: Float32Array | readonly number[]): Float32Array']);
  expect(shown('Network.predict')).toEqual(['(input: Float32Array | readonly number[]): Below<Last<S>>']);
  expect(shown('Layer.forward')).toEqual(['(inputs: Float32Array | readonly number[]): Float32Array']);
  expect(shown('Neuron.weightedSum')).toEqual(['(inputs: Float32Array | readonly number[]): number']);
  expect(shown('explain')).toEqual([
    '<S>(network: Network<S>, input: Float32Array | readonly number[], layer: number, neuron: number): Explanation',
  ]);
  expect(String(named('Network.sizes').type)).toBe('S');
  const [source] = named('Network.forward').signatures?.[0]?.sources ?? [];
  expect(source?.url).toMatch(/\/blob\/main\/src\/model\/Network\.ts#L\d+$/);
  expect(
    project
      ?.getReflectionsByKind(ReflectionKind.Parameter)
      .filter((one) => /\bSized</.test(String((one as DeclarationReflection).type))),
  ).toEqual([]);
});
