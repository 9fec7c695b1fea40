// Where a pointer was on a field, in pixels of the field.
import type { Spot } from '../../model/brush';

/** All places since the last event: a fast pointer leaves several between two frames. */
export function spotsOf(event: PointerEvent, field: HTMLElement, side: number): Spot[] {
  const { left, top } = field.getBoundingClientRect();
  const coalesced = event.type === 'pointermove' ? (event.getCoalescedEvents?.() ?? []) : [];
  return (coalesced.length > 0 ? coalesced : [event]).map(({ clientX, clientY }) => ({
    x: ((clientX - left - field.clientLeft) / field.clientWidth) * side,
    y: ((clientY - top - field.clientTop) / field.clientHeight) * side,
  }));
}
