import type { Visit } from './visit.ts';

/** Asks the outside once for each visit, and gives the same answer from then on. */
export function oncePerVisit<Value>(read: (visit: Visit) => Promise<Value>): (visit: Visit) => Promise<Value> {
  const known = new WeakMap<Visit, Promise<Value>>();
  return (visit) => {
    const value = known.get(visit) ?? read(visit);
    known.set(visit, value);
    return value;
  };
}
