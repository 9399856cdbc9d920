import { type DepartementDots, departementDots } from '#domain/directory/departement-dots.ts';
import { builtFrom } from './built-from.ts';

/** The dots of the home page, from the files of the directory. For the build only. */
export function dacDots(): DepartementDots {
  const { communes, directory } = builtFrom();
  return departementDots(
    communes,
    directory.records.filter(({ type }) => type === 'dac'),
  );
}
