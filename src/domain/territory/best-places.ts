/** How well a place answers, best first; the numbers order the answers, nothing more. */
export const tiers = {
  exact: 0,
  /** But for an article or a blank: « rochelle » for « La Rochelle », « lagrave » for « La Grave ». */
  nearlyExact: 1,
  beginning: 2,
  beginningAfterArticle: 3,
  word: 4,
  words: 5,
  wholeMended: 6,
  beginningMended: 7,
  wordMended: 8,
  wordsMended: 9,
} as const;
export type Tier = (typeof tiers)[keyof typeof tiers];

export type Ranked = { readonly place: number; readonly tier: Tier };

export type BestPlaces = {
  /** `owner`: places of one owner answer once, by the best of them. Heavier goes first within a tier. */
  offer(place: number, owner: number, tier: Tier, weight: number): void;
  isEmpty(): boolean;
  isFull(): boolean;
  has(tier: Tier): boolean;
  list(): Ranked[];
};

type Kept = Ranked & { readonly owner: number; readonly rank: number };

/** Weights stay below: Paris has 2.1 million inhabitants. */
const tierStep = 1e8;

/** Keeps the best places offered, at most `limit`; equal ones in the order of their numbers. */
export function bestPlaces(limit: number): BestPlaces {
  const kept: Kept[] = [];
  const goesAfter = (a: Kept, rank: number, place: number): boolean =>
    a.rank > rank || (a.rank === rank && a.place > place);
  return {
    offer(place, owner, tier, weight) {
      const rank = tier * tierStep - weight;
      const last = kept.at(-1);
      if (kept.length >= limit && last && !goesAfter(last, rank, place)) return;
      const twin = kept.findIndex((other) => other.owner === owner);
      if (twin >= 0) {
        if (!goesAfter(kept[twin]!, rank, place)) return;
        kept.splice(twin, 1);
      }
      let at = kept.length;
      while (at > 0 && goesAfter(kept[at - 1]!, rank, place)) at -= 1;
      kept.splice(at, 0, { place, owner, tier, rank });
      if (kept.length > limit) kept.pop();
    },
    isEmpty: () => kept.length === 0,
    isFull: () => kept.length >= limit,
    has: (tier) => kept.some((other) => other.tier === tier),
    list: () => kept.map(({ place, tier }) => ({ place, tier })),
  };
}
