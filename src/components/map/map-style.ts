import type { StyleSpecification } from 'maplibre-gl';

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Colours of the tokens as they stand now, light or dark. */
export const mapColours = () => ({
  sea: colour('info-wash'),
  land: colour('sheet'),
  line: colour('line'),
  edge: colour('edge'),
  ink: colour('ink'),
  quiet: colour('quiet'),
  action: colour('action'),
  onAction: colour('on-action'),
});

/** Fonts of the machine or of the page: without a `glyphs` address MapLibre draws labels with them. */
export const localFonts = ['Atkinson Next', 'Verdana', 'DejaVu Sans', 'sans-serif'];

/** A quiet backdrop made of our own files only: coast, approximate department borders, names of communes. */
export function localStyle(): StyleSpecification {
  const { sea, land, line, edge, quiet } = mapColours();
  const geojson = (file: string) => ({ type: 'geojson' as const, data: new URL(`/carte/${file}`, location.href).href });
  return {
    version: 8,
    sources: {
      terres: geojson('terres.geojson'),
      departements: geojson('departements.geojson'),
      communes: geojson('communes.geojson'),
    },
    layers: [
      { id: 'mer', type: 'background', paint: { 'background-color': sea } },
      { id: 'terres', type: 'fill', source: 'terres', paint: { 'fill-color': land } },
      { id: 'cotes', type: 'line', source: 'terres', paint: { 'line-color': edge, 'line-width': 0.8 } },
      { id: 'departements', type: 'line', source: 'departements', paint: { 'line-color': line, 'line-width': 1 } },
      {
        id: 'communes',
        type: 'symbol',
        source: 'communes',
        filter: ['<=', ['get', 'zoom'], ['zoom']],
        layout: {
          'text-field': ['get', 'nom'],
          'text-font': localFonts,
          'text-size': 12,
          'symbol-sort-key': ['get', 'rang'],
          'text-padding': 6,
        },
        paint: { 'text-color': quiet, 'text-halo-color': land, 'text-halo-width': 1.5 },
      },
    ],
  };
}

/** The State's base map, offered only where the site is configured for it: its tiles come from data.geopf.fr. */
export const planIgnStyle = 'https://data.geopf.fr/annexes/ressources/vectorTiles/styles/PLAN.IGN/gris.json';
