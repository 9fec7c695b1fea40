// A plugin of typedoc: a link to a name of another door, as {@link ShapeError} in glassbox-nn/data, finds it there.
import { ReflectionKind } from 'typedoc';

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.addUnknownSymbolResolver((reference, reflection, link) => {
    // Types that no door exports have no page, whatever bears their name.
    if (link === undefined) return undefined;
    const path = reference.symbolReference?.path?.map((part) => part.path) ?? [];
    const doors = reflection.project.getChildrenByKind(ReflectionKind.Module);
    const target = doors.map((door) => door.getChildByName(path)).find((found) => found !== undefined);
    return target && { target };
  });
}
