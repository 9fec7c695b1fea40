// Searches long rows, which may be too long to be the arguments of a call such as Math.max(...row).

/** The indices of the things that are accepted. */
export function placesWhere<Thing>(things: ArrayLike<Thing>, accepts: (thing: Thing, place: number) => boolean): number[] {
  const places: number[] = [];
  for (let place = 0; place < things.length; place++) {
    if (accepts(things[place], place)) places.push(place);
  }
  return places;
}

/** The largest of numbers of which none is NaN; -Infinity if there are none. */
export function largestOf(numbers: ArrayLike<number>): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < numbers.length; place++) largest = Math.max(largest, numbers[place]);
  return largest;
}
