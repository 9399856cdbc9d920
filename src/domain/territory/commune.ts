export type Coded = { readonly code: string; readonly nom: string };

/** `Commune` of the public API: a commune of today, by its INSEE code. Position in WGS84, `[lon, lat]`. */
export type Commune = {
  readonly code: string;
  readonly nom: string;
  readonly codesPostaux: readonly string[];
  /** Inhabitants (municipal population of the source's year). */
  readonly population: number;
  readonly departement: Coded;
  readonly region: Coded;
  readonly epci: Coded | null;
  readonly centre: readonly [lon: number, lat: number] | null;
};
