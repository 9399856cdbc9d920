import { readFileSync } from 'node:fs';
import { citationsOf } from '#domain/directory/citations.ts';
import { type DepartementCoverage, dacCoverage } from '#domain/directory/dac-coverage.ts';
import { summariseDirectory, type TypeSummary } from '#domain/directory/directory-summary.ts';
import type { StructureRecord } from '#domain/directory/structure.schema.ts';
import { type Source, sourcesSchema } from '#domain/shared/source.schema.ts';
import { departementCodeOf } from '#domain/territory/places.ts';
import { builtFrom } from './built-from.ts';

export type NamedCoverage = DepartementCoverage & { readonly nom: string };

/** What the repository's data files hold, counted for the page on data and sources. For the build only. */
export type KnownFacts = {
  readonly structures: number;
  readonly parType: readonly TypeSummary[];
  /** Sources of the directory that prove three records or more, the most used first, and how many others there are. */
  readonly sourcesAnnuaire: readonly { readonly titre: string; readonly date: string; readonly fiches: number }[];
  readonly autresSourcesAnnuaire: number;
  readonly dacSansTelephone: readonly StructureRecord[];
  /** Departments of metropolitan France and the five overseas ones: elsewhere another law may hold. */
  readonly departements: readonly NamedCoverage[];
  readonly sources: readonly Source[];
};

const often = 3;

export function knownFacts(now: Date): KnownFacts {
  const { root, directory, communes } = builtFrom();
  const { records } = directory;
  const dac = records.filter(({ type }) => type === 'dac');
  const codes = communes.codes.map((code, number) => ({
    code,
    departement: departementCodeOf(code),
    epci: communes.epciCodes[number] ?? null,
  }));
  const used = new Map<string, { titre: string; date: string; fiches: number }>();
  for (const { sources } of records) {
    for (const { titre, date } of citationsOf(sources)) {
      const known = used.get(`${titre}|${date}`);
      used.set(`${titre}|${date}`, { titre, date, fiches: (known?.fiches ?? 0) + 1 });
    }
  }
  const sourcesAnnuaire = [...used.values()]
    .filter(({ fiches }) => fiches >= often)
    .sort((a, b) => b.fiches - a.fiches || a.titre.localeCompare(b.titre, 'fr'));
  return {
    structures: records.length,
    parType: summariseDirectory(records, now),
    sourcesAnnuaire,
    autresSourcesAnnuaire: used.size - sourcesAnnuaire.length,
    dacSansTelephone: dac.filter(({ telephone }) => telephone === null),
    departements: dacCoverage(dac, codes).flatMap((coverage) => {
      const departement = communes.departements.get(coverage.departement);
      return departement && departement.zone !== 'com' ? [{ ...coverage, nom: departement.nom }] : [];
    }),
    sources: sourcesSchema.parse(JSON.parse(readFileSync(`${root}/data/sources.json`, 'utf8'))),
  };
}
