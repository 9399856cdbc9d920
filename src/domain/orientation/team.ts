import type { HealthProfession } from '#domain/people/profession.ts';
import type { Answers } from './answers.ts';

/** The simulator's word for each profession of the wizard; « auxiliaire » gathers several, the most frequent stands for it. */
const professions: Readonly<Record<string, HealthProfession>> = {
  infirmier: 'infirmier',
  auxiliaire: 'masseur-kinesitherapeute',
  pharmacien: 'pharmacien',
  sage_femme: 'sage-femme',
  dentiste: 'chirurgien-dentiste',
  specialiste: 'autre-medecin',
};

/**
 * The team that the answers describe, as the simulator reads it in its address:
 * `medecin-generaliste:1,infirmier:1`. Null when the answers name nobody.
 */
export function teamQuery({ role, mg, autres }: Answers): string | null {
  const doctors = Math.max(Number(mg ?? 0), role === 'mg' ? 1 : 0);
  const others = Object.entries(professions).filter(
    ([slug]) => slug === role || (Array.isArray(autres) && autres.includes(slug)),
  );
  const members = [
    ...(doctors > 0 ? [`medecin-generaliste:${doctors}`] : []),
    ...others.map(([, profession]) => `${profession}:1`),
  ];
  return members.length > 0 ? members.join(',') : null;
}
