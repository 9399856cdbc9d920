import { type Condition, linesOf, questionsIn } from './condition.schema.ts';
import type { RulesData } from './rules.schema.ts';

export type CoherenceFault =
  | { readonly code: 'IDENTIFIANT_DE_REGLE_REPETE' }
  | { readonly code: 'QUESTION_INCONNUE' | 'QUESTION_SANS_COMPTE'; readonly question: string }
  | { readonly code: 'REPONSE_INCONNUE'; readonly question: string; readonly reponse: string }
  | { readonly code: 'MODELE_INCONNU'; readonly modele: string }
  | { readonly code: 'ENSEMBLE_INCONNU'; readonly ensemble: string; readonly question: string }
  | { readonly code: 'RESULTAT_LU_TROP_TOT' }
  | { readonly code: 'INCLUSION_SANS_CHOIX'; readonly question: string }
  | { readonly code: 'NOMBRE_EN_DESORDRE' }
  | { readonly code: 'SOUHAIT_HORS_BASCULE' }
  | { readonly code: 'POINTS_GROUPES' }
  | { readonly code: 'POINTS_QUI_BASCULENT' }
  | { readonly code: 'VERSION_DEPASSEE'; readonly version: string };

/** A fault, and where it stands: a rule, a question, a list of the files. */
export type LocatedFault = { readonly ou: string; readonly faute: CoherenceFault };

/**
 * What the schema of one file cannot see: names that no other file knows, and the promises on which the smallest
 * change relies (points that add up question by question, wishes that can be changed).
 */
export function incoherences(rules: RulesData): LocatedFault[] {
  const { general, questions } = rules;
  const faults: LocatedFault[] = [];
  const say = (ou: string, faute: CoherenceFault) => faults.push({ ou, faute });

  const questionOf = new Map(questions.map((question) => [question.id, question]));
  const models = new Set(general.modeles.map(({ id }) => id));
  const places = new Set([...models, ...general.appuis.map(({ id }) => id)]);
  const sets = new Map(general.ensembles.map((set) => [set.id, set]));

  const checkQuestion = (where: string, id: string) => {
    if (!questionOf.has(id)) say(where, { code: 'QUESTION_INCONNUE', question: id });
  };
  const checkOptions = (where: string, id: string, options: readonly string[]) => {
    checkQuestion(where, id);
    const known = new Set(questionOf.get(id)?.options.map(({ slug }) => slug));
    for (const option of options) {
      if (!known.has(option)) say(where, { code: 'REPONSE_INCONNUE', question: id, reponse: option });
    }
  };
  const checkModels = (where: string, ids: readonly string[], known: ReadonlySet<string> = models) => {
    for (const id of ids) if (!known.has(id)) say(where, { code: 'MODELE_INCONNU', modele: id });
  };
  const checkLine = (where: string, line: Condition, mayReadResult: boolean) => {
    if ('compte' in line) {
      for (const id of line.compte) {
        checkQuestion(where, id);
        if (questionOf.get(id)?.type === 'choix') say(where, { code: 'QUESTION_SANS_COMPTE', question: id });
      }
    } else if ('dans' in line) {
      if (sets.get(line.dans)?.question !== line.question) {
        say(where, { code: 'ENSEMBLE_INCONNU', ensemble: line.dans, question: line.question });
      }
    } else if ('question' in line) checkOptions(where, line.question, line.parmi);
    else if (!mayReadResult) say(where, { code: 'RESULTAT_LU_TROP_TOT' });
    else if ('tete' in line) checkModels(where, line.tete);
    else if ('verdict' in line) checkModels(where, [line.verdict]);
  };
  const check = (where: string, condition: Condition, mayReadResult = false) => {
    for (const line of linesOf(condition)) checkLine(where, line, mayReadResult);
  };
  const checkOnce = (what: string, ids: readonly string[]) => {
    if (new Set(ids).size < ids.length) say(what, { code: 'IDENTIFIANT_DE_REGLE_REPETE' });
  };

  checkOnce(
    'questions',
    questions.map(({ id }) => id),
  );
  checkOnce(
    'modeles',
    [...general.modeles, ...general.appuis].map(({ id }) => id),
  );
  checkOnce(
    'ensembles',
    general.ensembles.map(({ id }) => id),
  );
  checkOnce(
    'notes',
    rules.notes.map(({ regle }) => regle),
  );
  checkOnce(
    'versions',
    rules.versions.map(({ version }) => version),
  );

  for (const { id, type, options, inclut } of questions) {
    checkOnce(
      `question ${id}`,
      options.map(({ slug }) => slug),
    );
    if (inclut !== undefined && questionOf.get(inclut)?.type !== 'choix')
      say(`question ${id}`, { code: 'INCLUSION_SANS_CHOIX', question: inclut });
    if (type === 'nombre' && options.some(({ slug }, index) => slug !== String(index))) {
      say(`question ${id}`, { code: 'NOMBRE_EN_DESORDRE' });
    }
  }
  for (const { id, question, options } of general.ensembles) checkOptions(`ensemble ${id}`, question, options);
  for (const id of general.bascule) checkQuestion('bascule', id);
  for (const { question, option, modele } of general.dejaVers) {
    checkOptions('dejaVers', question, [option]);
    checkModels('dejaVers', [modele]);
  }
  for (const { si, vers } of general.redirections) {
    check('redirections', si);
    checkModels('redirections', [vers], places);
  }
  for (const rule of [...rules.exclusions, ...rules.prerequis]) {
    check(rule.regle, rule.si);
    checkModels(rule.regle, [...(rule.modeles ?? []), ...(rule.tousSauf ?? [])]);
  }
  for (const { regle, souhait } of rules.exclusions) {
    if (souhait !== undefined && !general.bascule.includes(souhait)) say(regle, { code: 'SOUHAIT_HORS_BASCULE' });
  }
  for (const line of rules.points) {
    const where = `points ${line.question} ${line.modele}`;
    checkOptions(where, line.question, line.options);
    checkModels(where, [line.modele]);
    if (questionOf.get(line.question)?.type === 'ensemble' && line.options.length > 1)
      say(where, { code: 'POINTS_GROUPES' });
    if (line.si) check(where, line.si);
    if (line.si && questionsIn(line.si).some((id) => general.bascule.includes(id))) {
      say(where, { code: 'POINTS_QUI_BASCULENT' });
    }
  }
  for (const { vers, si } of rules.complements) {
    check(`complement ${vers}`, si, true);
    checkModels(`complement ${vers}`, [vers], places);
  }
  for (const { regle, si } of rules.notes) check(regle, si, true);
  if (rules.versions.at(-1)?.version !== general.version) {
    say('versions', { code: 'VERSION_DEPASSEE', version: general.version });
  }
  return faults;
}
