import Engine from 'publicodes';

/**
 * A second reading of the rules of orientation, in publicodes, written from their statement in French and English and
 * not from `data/orientation`: the two are compared on random situations. An unanswered question is told apart by a
 * rule of its own (« … connu »), where the engine under test reasons in three values.
 */
const models = ['ESP CLAP', 'ESP PROJET', 'ESP SIMPLE', 'ASALEE', 'MSP', 'CDS', 'CPTS', 'ESS'] as const;
type Model = (typeof models)[number];
type Formula = string | number | { [mechanism: string]: unknown };

const all = (...conditions: Formula[]): Formula => ({ 'toutes ces conditions': conditions });
const any = (...conditions: Formula[]): Formula => ({ 'une de ces conditions': conditions });
const not = (rule: string): Formula => `${rule} = non`;
const isOneOf = (question: string, ...slugs: string[]): Formula =>
  any(...slugs.map((slug) => `${question} = '${slug}'`));

const texts = ['rôle', 'lieu', 'statut', 'rémunération', 'juridique', 'échelle', 'région', 'temps'];
const professions = ['infirmier', 'auxiliaire', 'pharmacien', 'sage femme', 'dentiste', 'spécialiste'];
const themes = [
  'chroniques',
  'complexes',
  'domicile',
  'sortie',
  'non programmés',
  'prévention',
  'avis',
  'ville hôpital',
  'social',
];
const places = ['msp', 'cds pluri', 'cds mono', 'clap', 'cpts', 'asalée'];

const situationRules: Record<string, Formula> = {
  ...Object.fromEntries(texts.map((name) => [name, "'sans réponse'"])),
  'mg connu': 'non',
  mg: 0,
  'autres connu': 'non',
  ...Object.fromEntries(professions.map((name) => [`coché ${name}`, 'non'])),
  ...Object.fromEntries(themes.map((name) => [`thème ${name}`, 'non'])),
  'déjà connu': 'non',
  ...Object.fromEntries(places.map((name) => [`déjà ${name}`, 'non'])),
};

const teamRules: Record<string, Formula> = {
  ...Object.fromEntries(
    professions.map((name) => {
      const slug = name.replace(' ', '_').replace('é', 'e');
      return [`équipe ${name}`, any(`coché ${name}`, `rôle = '${slug}'`)];
    }),
  ),
  'équipe autre profession': any(...professions.slice(0, 5).map((name) => `équipe ${name}`)),
  'équipe taille': { somme: professions.map((name) => ({ valeur: 1, 'applicable si': `équipe ${name}` })) },
  santé: isOneOf('rôle', 'mg', 'specialiste', 'infirmier', 'auxiliaire', 'pharmacien', 'sage_femme', 'dentiste'),
  'social ou établissement': isOneOf('rôle', 'social_medicosocial', 'etablissement'),
  'pays de la loire': "région = 'pays_de_la_loire'",
  'maison ou centre': any('déjà msp', 'déjà cds pluri'),
};

const exclusions: Record<string, { of: readonly Model[]; when: Formula }> = {
  X1: { of: ['ESP CLAP'], when: 'maison ou centre' },
  X2: { of: ['ESP CLAP'], when: all("région != 'sans réponse'", "région != 'pays_de_la_loire'") },
  X3: { of: ['CDS'], when: all("statut = 'liberal'", not('déjà cds pluri')) },
  X4: { of: ['MSP'], when: all("statut = 'salarie'", not('déjà msp')) },
  X5: { of: ['ESS'], when: all('santé', 'autres connu', not('équipe spécialiste')) },
  X6: { of: ['ESP CLAP', 'ESP PROJET', 'ESP SIMPLE'], when: "rôle = 'specialiste'" },
  X7: { of: ['ASALEE'], when: all('santé', "rôle != 'mg'", "rôle != 'infirmier'") },
  X8: { of: ['ESP PROJET', 'ESP SIMPLE'], when: all('santé', 'maison ou centre') },
  X9: { of: ['ESP PROJET', 'ESP SIMPLE'], when: all('santé', 'déjà clap') },
  X10: { of: models.filter((model) => model !== 'CPTS'), when: 'social ou établissement' },
  X11: { of: models.filter((model) => model !== 'CPTS' && model !== 'CDS'), when: "rôle = 'gestionnaire'" },
};

/** P2 is written twice: it does not ask the same of the ESP CLAP. */
const prerequisites: Record<string, { of: readonly Model[]; when: Formula }> = {
  P1: { of: ['ESP CLAP', 'ESP PROJET', 'ESP SIMPLE'], when: all('mg connu', 'mg = 0') },
  'P2 clap': { of: ['ESP CLAP'], when: all('mg connu', 'mg = 1', 'autres connu', not('équipe autre profession')) },
  'P2 esp': { of: ['ESP PROJET', 'ESP SIMPLE'], when: all('autres connu', not('équipe autre profession')) },
  P3: {
    of: ['ESP PROJET'],
    when: all("région = 'centre_val_de_loire'", 'mg connu', 'autres connu', 'mg + équipe taille < 3'),
  },
  P4: { of: ['ESP PROJET'], when: "juridique = 'non'" },
  P5: { of: ['MSP'], when: all('mg connu', any('mg < 2', all('pays de la loire', 'mg < 3'))) },
  P6: { of: ['MSP'], when: all('autres connu', not('équipe infirmier'), not('équipe auxiliaire')) },
  P7: { of: ['MSP'], when: "juridique = 'non'" },
  P8: { of: ['CDS'], when: "rôle != 'gestionnaire'" },
  P9: { of: ['CDS'], when: all('pays de la loire', 'mg connu', 'mg < 3') },
  P10: { of: ['ASALEE'], when: all('mg connu', 'mg = 0') },
  P11: { of: ['ASALEE'], when: all('autres connu', not('équipe infirmier')) },
  P12: { of: ['ESS'], when: all("échelle != 'sans réponse'", "échelle != 'departement_specialite'") },
};

const held: Partial<Record<Model, Formula>> = {
  MSP: 'déjà msp',
  CDS: 'déjà cds pluri',
  CPTS: 'déjà cpts',
  'ESP CLAP': 'déjà clap',
  ASALEE: 'déjà asalée',
};

/** The table of scores, line by line: a condition, then the points of each model. */
const scores: [Formula, Partial<Record<Model, number>>][] = [
  ["échelle = 'patients_communs'", { 'ESP CLAP': 4, 'ESP PROJET': 4, 'ESP SIMPLE': 3, MSP: 3 }],
  ["échelle = 'suivi_medecin_infirmier'", { ASALEE: 5, 'ESP CLAP': 2, 'ESP PROJET': 2 }],
  ["échelle = 'structure'", { MSP: 4, CDS: 4 }],
  ["échelle = 'territoire'", { CPTS: 5 }],
  ["échelle = 'departement_specialite'", { ESS: 5, CPTS: 1 }],
  [
    "lieu = 'garder_cabinet'",
    { 'ESP CLAP': 3, 'ESP PROJET': 3, 'ESP SIMPLE': 3, CPTS: 2, ESS: 2, ASALEE: 1, MSP: -3, CDS: -4 },
  ],
  ["lieu = 'meme_lieu'", { MSP: 4, CDS: 3, 'ESP CLAP': -1, 'ESP PROJET': -1, 'ESP SIMPLE': -1 }],
  ["statut = 'liberal'", { 'ESP CLAP': 1, 'ESP PROJET': 1, MSP: 1 }],
  ["statut = 'salarie'", { CDS: 5, 'ESP CLAP': -2, 'ESP PROJET': -2 }],
  [all("statut = 'salarie'", "rôle = 'infirmier'"), { ASALEE: 2 }],
  ["rémunération = 'individuelle'", { 'ESP CLAP': 3, ASALEE: 1 }],
  ["rémunération = 'collective'", { MSP: 3, CDS: 2, CPTS: 2 }],
  ["rémunération = 'aucune'", { 'ESP SIMPLE': 3 }],
  ["juridique = 'non'", { 'ESP CLAP': 3, 'ESP SIMPLE': 3, CDS: -2 }],
  ["juridique = 'association'", { 'ESP PROJET': 2, CPTS: 1, ESS: 1, 'ESP CLAP': 1 }],
  ["juridique = 'societe'", { MSP: 3 }],
  ['thème chroniques', { ASALEE: 2, 'ESP CLAP': 1, MSP: 1 }],
  ['thème complexes', { 'ESP CLAP': 1, 'ESP PROJET': 1 }],
  ['thème domicile', { 'ESP CLAP': 1, 'ESP PROJET': 1 }],
  ['thème sortie', { 'ESP CLAP': 1, CPTS: 1 }],
  ['thème non programmés', { CPTS: 2, MSP: 1 }],
  ['thème prévention', { MSP: 1, CPTS: 1, CDS: 1 }],
  ['thème avis', { ESS: 2 }],
  ['thème ville hôpital', { CPTS: 2, ESS: 1 }],
  ['thème social', { CDS: 2 }],
  ["temps = 'dix_heures'", { 'ESP SIMPLE': 2, 'ESP CLAP': 1, MSP: -1, CDS: -1, CPTS: -1, ESS: -1 }],
  ["temps = 'un_an'", { MSP: 1, CDS: 1, CPTS: 1, ESS: 1 }],
  ["rôle = 'specialiste'", { ESS: 3, CPTS: 1 }],
  ['social ou établissement', { CPTS: 4 }],
  ["rôle = 'gestionnaire'", { CDS: 4 }],
  ['pays de la loire', { 'ESP CLAP': 1, 'ESP PROJET': -2 }],
  ["région = 'grand_est'", { 'ESP PROJET': 2 }],
];

const namesOf = (rules: typeof exclusions, model: Model): string[] =>
  Object.keys(rules).filter((name) => rules[name]!.of.includes(model));

/** 1 for an eligible model, 2 for a conditional one, 0 for the rest; then a rank in which ties follow the order. */
const modelRules: Record<string, Formula> = Object.fromEntries(
  models.flatMap((model, index): [string, Formula][] => [
    [
      `score ${model}`,
      {
        somme: scores.flatMap(([si, points]) =>
          points[model] ? [{ valeur: points[model], 'applicable si': si }] : [],
        ),
      },
    ],
    [`exclu ${model}`, any('non', ...namesOf(exclusions, model))],
    [`en place ${model}`, all(held[model] ?? 'non', not(`exclu ${model}`))],
    [`manque ${model}`, any('non', ...namesOf(prerequisites, model))],
    [`retenu ${model}`, all(not(`exclu ${model}`), not(`en place ${model}`), `score ${model} >= 4`)],
    [
      `rang ${model}`,
      {
        variations: [{ si: `retenu ${model}`, alors: `score ${model} * 10 + ${models.length - index}` }, { sinon: 0 }],
      },
    ],
  ]),
);

const isHead = (model: Model): Formula => all(`retenu ${model}`, `rang ${model} = rang de tête`);
const clapIsOpen = not('exclu ESP CLAP');

const outcomeRules: Record<string, Formula> = {
  'rang de tête': { 'le maximum de': models.map((model) => `rang ${model}`) },
  ...Object.fromEntries(models.map((model) => [`tête ${model}`, isHead(model)])),
  'complément CPTS': all(
    any(
      ...models.filter((model) => model !== 'CPTS').map((model) => `tête ${model}`),
      'en place MSP',
      'en place CDS',
      'en place ESP CLAP',
    ),
    not('tête CPTS'),
    not('en place CPTS'),
  ),
  'complément DAC': any('thème complexes', 'thème domicile', 'thème sortie', 'social ou établissement', 'tête ESS'),
  'complément ESS': all('thème avis', not('tête ESS')),
  N1: all(any('thème prévention', 'thème chroniques'), clapIsOpen),
  N2: all("statut = 'salarie'", 'déjà connu', not('déjà cds mono'), clapIsOpen),
  N3: all('déjà cds mono', clapIsOpen),
  N4: all('déjà clap', clapIsOpen),
  N5: any('retenu ASALEE', 'en place ASALEE'),
  N6: all('mg connu', 'mg >= 2', 'autres connu', not('équipe autre profession'), clapIsOpen),
};

const conditionsOf = (rules: typeof exclusions): Record<string, Formula> =>
  Object.fromEntries(Object.entries(rules).map(([name, { when }]) => [name, when]));

const rules = {
  ...situationRules,
  ...teamRules,
  ...conditionsOf(exclusions),
  ...conditionsOf(prerequisites),
  ...modelRules,
  ...outcomeRules,
};

/** What both readings are compared on: one word per model, the lists in order, the codes sorted. */
export type Reading = { readonly [key: string]: string };

type Answers = { readonly [question: string]: unknown };

const slugsOf: Record<string, string> = {
  role: 'rôle',
  lieu: 'lieu',
  statut: 'statut',
  remu: 'rémunération',
  juridique: 'juridique',
  echelle: 'échelle',
  region: 'région',
  temps: 'temps',
};
const setsOf: Record<string, readonly [string, string, Readonly<Record<string, string>>]> = {
  autres: [
    'coché',
    'autres connu',
    {
      infirmier: 'infirmier',
      auxiliaire: 'auxiliaire',
      pharmacien: 'pharmacien',
      sage_femme: 'sage femme',
      dentiste: 'dentiste',
      specialiste: 'spécialiste',
    },
  ],
  themes: [
    'thème',
    '',
    {
      chroniques_etp: 'chroniques',
      cas_complexes: 'complexes',
      domicile: 'domicile',
      sortie_hopital: 'sortie',
      soins_non_programmes: 'non programmés',
      prevention: 'prévention',
      avis_specialiste: 'avis',
      ville_hopital: 'ville hôpital',
      acces_social: 'social',
    },
  ],
  deja: [
    'déjà',
    'déjà connu',
    { msp: 'msp', cds_pluri: 'cds pluri', cds_mono: 'cds mono', esp_clap: 'clap', cpts: 'cpts', asalee: 'asalée' },
  ],
};

function situationOf(answers: Answers): Record<string, string | number> {
  const situation: Record<string, string | number> = {};
  for (const [question, name] of Object.entries(slugsOf)) {
    if (answers[question] !== undefined) situation[name] = `'${answers[question]}'`;
  }
  if (answers.mg !== undefined) Object.assign(situation, { mg: Number(answers.mg), 'mg connu': 'oui' });
  for (const [question, [prefix, known, names]] of Object.entries(setsOf)) {
    const chosen = answers[question] as string[] | undefined;
    if (!chosen) continue;
    if (known) situation[known] = 'oui';
    for (const slug of chosen) situation[`${prefix} ${names[slug]}`] = 'oui';
  }
  return situation;
}

/** The second reading: answers in, verdicts out. */
export function secondReading(): (answers: Answers) => Reading {
  const engine = new Engine(rules as never, { warn: false });
  const isTrue = (name: string) => engine.evaluate(name).nodeValue === true;
  const numberOf = (name: string) => Number(engine.evaluate(name).nodeValue);
  const codes = (names: string[]) =>
    [...new Set(names.filter(isTrue).map((name) => name.split(' ')[0]!))].sort().join(' ');
  const id = (model: Model) => model.replace(' ', '_');

  return (answers): Reading => {
    if (answers.role === 'patient_aidant') return { redirection: 'DAC' };
    engine.setSituation(situationOf(answers) as never);
    const wordOf = (model: Model): string => {
      if (isTrue(`exclu ${model}`)) return `exclu ${codes(namesOf(exclusions, model))}`;
      if (isTrue(`en place ${model}`)) return 'en-place';
      const verdict = isTrue(`retenu ${model}`)
        ? isTrue(`manque ${model}`)
          ? 'conditionnel'
          : 'eligible'
        : 'autre-piste';
      return `${verdict} ${numberOf(`score ${model}`)} ${codes(namesOf(prerequisites, model))}`.trim();
    };
    const kept = models
      .filter((model) => isTrue(`retenu ${model}`))
      .sort((one, other) => numberOf(`rang ${other}`) - numberOf(`rang ${one}`));
    return {
      ...Object.fromEntries(models.map((model) => [id(model), wordOf(model)])),
      tete: models
        .filter((model) => isTrue(`tête ${model}`))
        .map(id)
        .join(' '),
      retenus: kept.map(id).join(' '),
      complements: ['CPTS', 'DAC', 'ESS'].filter((name) => isTrue(`complément ${name}`)).join(' '),
      notes: ['N1', 'N2', 'N3', 'N4', 'N5', 'N6'].filter(isTrue).join(' '),
    };
  };
}
