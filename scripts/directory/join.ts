import type { StructureType } from '../../src/domain/directory/structure.schema.ts';
import type { Candidate } from './candidates.ts';
import { type Compared, type Likeness, likeness, type Sureness, surenesses } from './compare.ts';
import { codeOf, departementOf, type Entity, nameOf, nicheOf } from './entities.ts';
import { knownApart, knownJoins } from './known-joins.ts';
import { wordsOfPlace } from './lexicon.ts';
import { nameKey } from './name-key.ts';

export type Join = { readonly id: string; readonly entity: Entity; readonly why: string };
export type Doubt = { readonly candidate: Candidate; readonly entities: readonly Entity[]; readonly why: string };
export type Joining = { readonly joins: readonly Join[]; readonly doubts: readonly Doubt[] };

/** The kinds that lists give, and that may therefore be ours. */
const listed: ReadonlySet<StructureType> = new Set(['msp', 'cds', 'cpts', 'clic', 'dac', 'ess']);

/** Whose structure each is: by number, then by commune and name; two that answer, or an unsure likeness, are a doubt. */
export function joinTo(candidates: readonly Candidate[], entities: readonly Entity[]): Joining {
  const joins: Join[] = [];
  const doubts: Doubt[] = [];
  const taken = new Set<string>();
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  const take = (id: string, entity: Entity, why: string) => {
    taken.add(entity.key);
    joins.push({ id, entity, why });
  };
  const waiting = candidates.filter((candidate) => {
    if (!listed.has(candidate.type)) return false;
    const known = knownJoins.find(({ id }) => id === candidate.id);
    const numbered = byKey.get(candidate.finess ?? known?.key ?? '');
    if (!numbered) return candidate.finess === null;
    take(candidate.id, numbered, known ? `à la main : ${known.why}` : 'numéro FINESS');
    return false;
  });
  const alone = loneliness(candidates, entities);
  const answers = new Map(
    waiting.map((candidate) => [
      candidate,
      entities
        .filter((entity) => entity.type === candidate.type)
        .flatMap((entity): Answer[] => {
          const like = likenessOf(candidate, entity, alone);
          return like.kind === 'other' ? [] : [{ entity, like }];
        }),
    ]),
  );
  const open = (candidate: Candidate): Answer[] =>
    answers.get(candidate)!.filter(({ entity }) => !taken.has(entity.key));
  const joined = new Set<Candidate>();
  const sweep = (why: Sureness): void => {
    for (const candidate of waiting) {
      if (joined.has(candidate) || knownApart.has(candidate.id)) continue;
      const sure = open(candidate).filter(({ like }) => like.kind === 'same' && like.why === why);
      if (sure.length !== 1) continue;
      take(candidate.id, sure[0]!.entity, why);
      joined.add(candidate);
    }
  };
  // What one takes may leave another with one answer only: swept until nothing changes.
  for (let before = -1; before < joined.size; ) {
    before = joined.size;
    surenesses.forEach(sweep);
  }
  for (const candidate of waiting) {
    const left = joined.has(candidate) ? [] : open(candidate);
    const [first] = left;
    if (first) doubts.push({ candidate, entities: left.map(({ entity }) => entity), why: doubtIn(left) });
  }
  return { joins, doubts };
}

type Answer = { readonly entity: Entity; readonly like: Exclude<Likeness, { kind: 'other' }> };

const doubtIn = (answers: readonly Answer[]): string =>
  answers.filter(({ like }) => like.kind === 'same').length > 1
    ? 'plusieurs lui ressemblent'
    : (answers.find(({ like }) => like.kind === 'doubtful')?.like.why ?? 'noms voisins');

/** The surest likeness that any row of the structure gives. */
function likenessOf(candidate: Candidate, entity: Entity, alone: (niche: string) => boolean): Likeness {
  const code = codeOf(entity);
  const isBroad = candidate.type === 'cpts' || candidate.type === 'dac';
  if (isBroad ? !candidate.departements.includes(departementOf(entity)) : code === null) return { kind: 'other' };
  const sharesPhone = entity.rows.some(({ draft }) => candidate.telephones.includes(draft.fields.telephone ?? ''));
  if (sharesPhone && candidate.departements.includes(departementOf(entity))) return { kind: 'same', why: 'téléphone' };
  if (!isBroad && code !== candidate.codeInsee) return { kind: 'other' };
  const commune = isBroad ? '' : candidate.commune;
  const found: Likeness[] = entity.rows.flatMap(({ draft }) => {
    const { nom, adresse } = draft.fields;
    return candidate.voies.map((voie) => {
      const one: Compared = {
        key: nameKey(candidate.nom, commune, candidate.type),
        voie,
        isAlone: !isBroad && alone(nicheOf(candidate.type, candidate.codeInsee, candidate.nom, commune)),
        isBroad,
        seat: wordsOfPlace(candidate.commune),
        isAloneAtItsDoor: candidate.type === 'clic',
      };
      const other: Compared = {
        key: nameKey(nom, isBroad ? '' : (adresse?.commune ?? ''), entity.type),
        voie: adresse?.voie ?? null,
        isBroad,
        seat: wordsOfPlace(adresse?.commune ?? ''),
        isAloneAtItsDoor: entity.type === 'clic',
        isAlone: !isBroad && alone(nicheOf(entity.type, code, nom, adresse?.commune ?? '')),
      };
      return likeness(one, other);
    });
  });
  return (
    found.find(({ kind }) => kind === 'same') ?? found.find(({ kind }) => kind === 'doubtful') ?? { kind: 'other' }
  );
}

/** Whether one at most stands in a niche, in each of the two lists. */
function loneliness(candidates: readonly Candidate[], entities: readonly Entity[]): (niche: string) => boolean {
  const counts = new Map<string, number>();
  const mark = (list: string, niche: string) => counts.set(list + niche, (counts.get(list + niche) ?? 0) + 1);
  for (const { type, codeInsee, nom, commune } of candidates) mark('a ', nicheOf(type, codeInsee, nom, commune));
  for (const entity of entities) {
    const { adresse } = entity.rows[0]!.draft.fields;
    mark('b ', nicheOf(entity.type, codeOf(entity), nameOf(entity), adresse?.commune ?? ''));
  }
  return (niche) => (counts.get(`a ${niche}`) ?? 0) <= 1 && (counts.get(`b ${niche}`) ?? 0) <= 1;
}
