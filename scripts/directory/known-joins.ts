/** Joins that no rule finds, each with what makes us sure of it: our record, and the number or code in the lists. */
export const knownJoins: readonly { readonly id: string; readonly key: string; readonly why: string }[] = [
  { id: 'cds-bagnoles-de-l-orne-normandie', key: '610009003', why: 'même numéro de la même avenue' },
  { id: 'cpts-roannais', key: '420017105', why: 'la seule CPTS du Roannais, à Roanne' },
  { id: 'dac-13-sud', key: '130053820', why: 'le seul DAC dont le territoire compte Marseille, Aubagne et La Ciotat' },
  { id: 'dac-aveyron', key: '120009238', why: 'le DAC du département' },
  { id: 'dac-haute-garonne', key: '310034616', why: 'le DAC du département' },
  { id: 'dac-lot', key: '460007768', why: 'le DAC du département' },
  { id: 'dac-tarn', key: '810013250', why: 'le DAC du département' },
];

/** Names alike that are not known to be one structure. */
export const knownApart: ReadonlySet<string> = new Set(['cds-cevennes-annonay']);
