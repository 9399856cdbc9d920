import { type Condition, linesOf, questionsIn } from './condition.schema.ts';
import type { RulesData } from './rules.schema.ts';

/**
 * What the schema of one file cannot see: names that no other file knows, and the promises on which the smallest
 * change relies (points that add up question by question, wishes that can be changed). One French sentence per fault.
 */
export function incoherences(rules: RulesData): string[] {
  const { general, questions } = rules;
  const faults: string[] = [];
  const say = (where: string, what: string) => faults.push(`${where}\u00a0: ${what}`);

  const questionOf = new Map(questions.map((question) => [question.id, question]));
  const models = new Set(general.modeles.map(({ id }) => id));
  const places = new Set([...models, ...general.appuis.map(({ id }) => id)]);
  const sets = new Map(general.ensembles.map((set) => [set.id, set]));

  const checkQuestion = (where: string, id: string) => {
    if (!questionOf.has(id)) say(where, `la question ${id} n’existe pas.`);
  };
  const checkOptions = (where: string, id: string, options: readonly string[]) => {
    checkQuestion(where, id);
    const known = new Set(questionOf.get(id)?.options.map(({ slug }) => slug));
    for (const option of options) {
      if (!known.has(option)) say(where, `la question ${id} n’a pas de réponse ${option}.`);
    }
  };
  const checkModels = (where: string, ids: readonly string[], known: ReadonlySet<string> = models) => {
    for (const id of ids) if (!known.has(id)) say(where, `le modèle ${id} n’existe pas.`);
  };
  const checkLine = (where: string, line: Condition, mayReadResult: boolean) => {
    if ('compte' in line) {
      for (const id of line.compte) {
        checkQuestion(where, id);
        if (questionOf.get(id)?.type === 'choix') say(where, `la question ${id} ne se compte pas.`);
      }
    } else if ('dans' in line) {
      if (sets.get(line.dans)?.question !== line.question) {
        say(where, `l’ensemble ${line.dans} n’existe pas pour la question ${line.question}.`);
      }
    } else if ('question' in line) checkOptions(where, line.question, line.parmi);
    else if (!mayReadResult) say(where, 'cette condition ne peut pas lire le résultat.');
    else if ('tete' in line) checkModels(where, line.tete);
    else if ('verdict' in line) checkModels(where, [line.verdict]);
  };
  const check = (where: string, condition: Condition, mayReadResult = false) => {
    for (const line of linesOf(condition)) checkLine(where, line, mayReadResult);
  };
  const checkOnce = (what: string, ids: readonly string[]) => {
    if (new Set(ids).size < ids.length) say(what, 'un identifiant est écrit deux fois.');
  };

  checkOnce(
    'questions',
    questions.map(({ id }) => id),
  );
  checkOnce(
    'modèles',
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
      say(`question ${id}`, `${inclut} n’est pas un choix.`);
    if (type === 'nombre' && options.some(({ slug }, index) => slug !== String(index))) {
      say(`question ${id}`, 'les réponses d’un nombre sont 0, 1, 2… dans l’ordre.');
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
    if (souhait !== undefined && !general.bascule.includes(souhait)) say(regle, `un souhait se change par la bascule.`);
  }
  for (const line of rules.points) {
    const where = `points ${line.question} ${line.modele}`;
    checkOptions(where, line.question, line.options);
    checkModels(where, [line.modele]);
    if (questionOf.get(line.question)?.type === 'ensemble' && line.options.length > 1)
      say(where, 'une ligne par réponse.');
    if (line.si) check(where, line.si);
    if (line.si && questionsIn(line.si).some((id) => general.bascule.includes(id))) {
      say(where, 'la condition lit une question que la bascule change.');
    }
  }
  for (const { vers, si } of rules.complements) {
    check(`complément ${vers}`, si, true);
    checkModels(`complément ${vers}`, [vers], places);
  }
  for (const { regle, si } of rules.notes) check(regle, si, true);
  if (rules.versions.at(-1)?.version !== general.version) {
    say('versions', `la dernière n’est pas la version en vigueur, ${general.version}.`);
  }
  return faults;
}
