/** A page of text to keep or to hand over: what a result says, ready to be drawn. */
export type Brief = {
  readonly titre: string;
  readonly chapeau: string;
  readonly sections: readonly BriefSection[];
  /** The last line of a list that the page cannot hold whole. */
  readonly suite: string;
  /** What the page is, and the day it was made. */
  readonly pied: string;
  /** Where the same page is found, always up to date. */
  readonly adresse: string;
};

export type BriefSection = {
  readonly titre: string;
  readonly forme: 'texte' | 'liste' | 'etapes' | 'sources';
  readonly lignes: readonly string[];
};
