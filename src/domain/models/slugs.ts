/** The eight models, in the order of the comparison table. */
export const modelSlugs = ['asalee', 'esp', 'esp-clap', 'msp', 'cds', 'cpts', 'ess', 'dac'] as const;
export type ModelSlug = (typeof modelSlugs)[number];

export const isModelSlug = (text: string): text is ModelSlug => modelSlugs.some((slug) => slug === text);
