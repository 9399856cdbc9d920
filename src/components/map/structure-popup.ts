import type { Structure } from '#domain/directory/structure.schema.ts';
import { kinds } from '../../messages/directory/kinds.ts';

/** What a point says: the same as its line in the list, as nodes (nothing of the data is read as HTML). */
export function popupContent({ id, nom, type, telephone, telephoneAffiche, adresse }: Structure): HTMLElement {
  const box = document.createElement('div');
  const kind = document.createElement('p');
  kind.textContent = [kinds[type].sigle, adresse?.commune].filter(Boolean).join(', ');
  box.append(recordLink(id, nom), kind);
  if (telephone) {
    const phone = document.createElement('a');
    phone.href = `tel:${telephone}`;
    phone.className = 'num';
    phone.textContent = telephoneAffiche;
    box.append(phone);
  }
  return box;
}

/** A way to the record, for a point whose details could not be had. */
export function recordLink(id: string, words = 'Voir la fiche'): HTMLElement {
  const link = document.createElement('a');
  link.href = `/annuaire/${id}`;
  link.textContent = words;
  return link;
}

/** The record of a point, asked for once. */
export function recordReader(): (id: string) => Promise<Structure> {
  const asked = new Map<string, Promise<Structure>>();
  return (id) => {
    const known = asked.get(id) ?? readRecord(id);
    asked.set(id, known);
    // What failed is asked for again.
    known.catch(() => asked.delete(id));
    return known;
  };
}

async function readRecord(id: string): Promise<Structure> {
  const answer = await fetch(`/api/v1/structures/${id}`);
  if (!answer.ok) throw new Error(`${id} : ${answer.status}`);
  return answer.json();
}
