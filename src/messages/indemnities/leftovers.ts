import { euros } from '#domain/shared/money.ts';
import type { Leftover } from '#domain/simulator/leftovers.ts';
import { type NameOf, reasonSentence } from './indemnities.ts';

/** « Avec ce qui reste… » for one kind of action. */
export function leftoverSentence(leftover: Leftover, nameOf: NameOf): string {
  const { capLeft, unitCents, possible, limit, next } = leftover;
  const title = leftover.title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  if (limit === 'cap' && possible === 0) return `${title} : le plafond de l’année est atteint.`;
  if (limit === 'envelope' && possible === 0) return `${title} : ce qui reste de l’enveloppe ne suffit pas.`;
  if (next.decision === 'REFUSED') return `${title} : ${reasonSentence(next.reason, nameOf)}`;
  const price = unitCents === null ? 'à un montant que l’association doit fixer' : `à ${euros(unitCents)} par action`;
  if (possible === null) return `${title} : sans limite écrite, ${price}.`;
  const because = capLeft === null ? ' ; l’enveloppe s’arrête là' : ' ; l’enveloppe s’arrête là, avant le plafond';
  return `${title} : encore ${possible}, ${price}${limit === 'envelope' ? because : ''}.`;
}
