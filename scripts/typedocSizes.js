// A plugin of typedoc: what is typed by sizes is shown in plain types, as the classes behind it have them. `X & Sized<X, 784>`, which
// refuses literals of another length and bytes, reads `Float32Array | readonly number[]`; the page of `Sized` says the rest.
import { readFileSync } from 'node:fs';
import { ArrayType, Converter, IntrinsicType, ReferenceType, ReflectionKind, TypeOperatorType, UnionType } from 'typedoc';

/** @param {import('typedoc').Application} app */
export function load(app) {
  // After all that typedoc does itself.
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => showPlain(project), -1000);
}

function showPlain(project) {
  const named = (name) => ReferenceType.createResolvedReference(name, exported(project, name), project);
  const list = (type) => new TypeOperatorType(new ArrayType(type), 'readonly');
  const number = new IntrinsicType('number');
  /** The plain type of a parameter, by the name of the type that checks it. */
  const plain = {
    Sized: () => new UnionType([ReferenceType.createBrokenReference('Float32Array', project, 'typescript'), list(number)]),
    Fits: () => new UnionType([list(number), list(named('Layer'))]),
    OptionsFor: () => named('NetworkOptions'),
  };
  for (const signature of project.getReflectionsByKind(ReflectionKind.SomeSignature)) {
    for (const parameter of signature.parameters ?? []) {
      const check = checkIn(parameter.type);
      if (check === undefined || !Object.hasOwn(plain, check.name)) continue;
      parameter.type = plain[check.name]();
      const checked = check.typeArguments[0].name;
      signature.typeParameters = signature.typeParameters?.filter(({ name }) => name !== checked);
    }
  }
  // The constructor of Network takes sizes or layers, and the class has sizes.
  const network = exported(project, 'Network');
  for (const parameter of network.typeParameters) parameter.type = parameter.default = named('Sizes');
  for (const member of network.children) {
    if (member.type) member.type = ofSizes(member.type);
    for (const signature of member.signatures ?? []) signature.type = ofSizes(signature.type);
  }
  for (const reflection of Object.values(project.reflections)) linkToClass(reflection);
}

/** The type that checks a parameter: `Sized<X, 784>` of `X & Sized<X, 784>`. */
function checkIn(type) {
  const types = type?.type === 'intersection' ? type.types : [type];
  return types.find((part) => part?.type === 'reference' && part.typeArguments?.length > 0);
}

/** A type with `S` for each `SizesOf<S>`. */
function ofSizes(type) {
  if (type.type !== 'reference') return type;
  if (type.name === 'SizesOf') return Object.assign(ReferenceType.createBrokenReference('S'), { refersToTypeParameter: true });
  type.typeArguments = type.typeArguments?.map(ofSizes);
  return type;
}

/** A member that is typed anew is defined where its class has it; the class itself has no page to link to. */
function linkToClass(reflection) {
  for (const link of ['overwrites', 'inheritedFrom']) {
    const { symbolId, reflection: target } = reflection[link] ?? {};
    if (target !== undefined && target.getFullName() !== reflection.getFullName()) continue;
    const [source] = reflection.sources ?? [];
    if (link === 'overwrites' && symbolId !== undefined && source !== undefined) {
      const line = readFileSync(symbolId.packagePath, 'utf8').slice(0, symbolId.pos).split('\n').length;
      source.url = source.url?.replace(/src\/[^#]*#L\d+$/, `${symbolId.packagePath}#L${line}`);
      Object.assign(source, { fileName: symbolId.packagePath, line });
    }
    reflection[link] = undefined;
  }
}

function exported(project, name) {
  const doors = project.getChildrenByKind(ReflectionKind.Module);
  return doors.flatMap((door) => door.children ?? []).find((one) => one.name === name && !one.isReference());
}
