import type { GeoJsonProperties } from 'geojson';
import type { StructureType } from '#domain/directory/structure.schema.ts';
import { kinds } from '../../messages/directory/kinds.ts';

/** What a point says: the same as its line in the list, as nodes (nothing of the data is read as HTML). */
export function popupContent(properties: GeoJsonProperties): HTMLElement {
  const { id, nom, type, telephone, telephoneAffiche, adresse } = properties ?? {};
  const place = typeof adresse === 'string' ? JSON.parse(adresse) : adresse;
  const box = document.createElement('div');
  const title = document.createElement('a');
  title.href = `/annuaire/${id}`;
  title.textContent = String(nom);
  const kind = document.createElement('p');
  kind.textContent = [kinds[type as StructureType]?.sigle, place?.commune].filter(Boolean).join(', ');
  box.append(title, kind);
  if (telephone) {
    const phone = document.createElement('a');
    phone.href = `tel:${telephone}`;
    phone.className = 'num';
    phone.textContent = String(telephoneAffiche);
    box.append(phone);
  }
  return box;
}
