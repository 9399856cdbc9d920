import { accept, type Result, refuse } from '#domain/shared/result.ts';

export type Slots = {
  /** Runs `work` when a slot is free, in the order of arrival; refuses at once when too many already wait. */
  run<T>(work: () => Promise<T>): Promise<Result<T, 'SERVEUR_OCCUPE'>>;
};

/** Lets `most` works run at once and `longestQueue` wait: what costs memory and CPU stays bounded under attack. */
export function createSlots({ most, longestQueue }: { readonly most: number; readonly longestQueue: number }): Slots {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    async run(work) {
      if (running >= most) {
        if (waiting.length >= longestQueue) return refuse('SERVEUR_OCCUPE');
        // Whoever ends hands the slot over, so that nobody takes it in between.
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else running++;
      try {
        return accept(await work());
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running--;
      }
    },
  };
}
