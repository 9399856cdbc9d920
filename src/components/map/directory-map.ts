import type { Feature, FeatureCollection, Point } from 'geojson';
import {
  type GeoJSONSource,
  LngLatBounds,
  Map as MapLibre,
  NavigationControl,
  Popup,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import sheet from 'maplibre-gl/dist/maplibre-gl.css?url';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Structure } from '#domain/directory/structure.schema.ts';
import { addKindImages } from './map-icons.ts';
import { localFonts, localStyle, mapColours, planIgnStyle } from './map-style.ts';
import { frenchMap } from './map-words.ts';
import { popupContent, recordLink, recordReader } from './structure-popup.ts';

setWorkerUrl(workerUrl);

const metropole = new LngLatBounds([-5.3, 41.2, 9.8, 51.3]);

/** Opens the map of a list, or of one structure with its territory, in the frame of `holder`. */
export async function openDirectoryMap(holder: HTMLElement): Promise<void> {
  const frame = holder.querySelector<HTMLElement>('[data-map-frame]');
  if (!frame) return;
  await loadSheet();
  const { points, territory } = await readSource(holder.dataset.source ?? '');
  const map = new MapLibre({
    container: frame,
    style: localStyle(),
    bounds: boundsOf(points) ?? metropole,
    fitBoundsOptions: { padding: 48, maxZoom: 9 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    cooperativeGestures: true,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
    locale: frenchMap,
  });
  map.addControl(new NavigationControl({ showCompass: false }));
  map.addControl(new ScaleControl({ unit: 'metric' }));
  map
    .getCanvas()
    .setAttribute(
      'aria-label',
      'Carte. Flèches pour se déplacer, plus et moins pour zoomer. La liste donne les mêmes fiches.',
    );
  map.on('style.load', () => addStructures(map, points, territory));
  const open = openPopups(map, points);
  linkList(open, points);
  if (holder.dataset.planIgn !== undefined) offerPlanIgn(map, frame);
  await map.once('idle');
  frame.dataset.mapState = 'prete';
  frame.dataset.mapPoints = String(points.features.length);
}

function loadSheet(): Promise<void> {
  if (document.querySelector(`link[href="${sheet}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: sheet,
      onload: () => resolve(),
      onerror: reject,
    });
    document.head.append(link);
  });
}

type Drawn = { points: FeatureCollection<Point>; territory: FeatureCollection | null };

async function readSource(address: string): Promise<Drawn> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} : ${answer.status}`);
  if (address.includes('.geojson')) return { points: withIds(await answer.json()), territory: null };
  const structure = (await answer.json()) as Structure;
  const { position } = structure;
  const features: Feature<Point>[] = position
    ? [
        {
          type: 'Feature',
          id: structure.id,
          geometry: { type: 'Point', coordinates: [position.lon, position.lat] },
          properties: { type: structure.type, id: structure.id },
        },
      ]
    : [];
  const outline = await fetch(`/annuaire/${structure.id}/territoire.geojson`);
  return {
    points: { type: 'FeatureCollection', features },
    territory: outline.status === 200 ? await outline.json() : null,
  };
}

/** MapLibre gives the properties of a point that is clicked, and only keeps ids that are numbers. */
const withIds = ({ features, ...rest }: FeatureCollection<Point>): FeatureCollection<Point> => ({
  ...rest,
  features: features.map((feature) => ({ ...feature, properties: { ...feature.properties, id: feature.id } })),
});

function boundsOf({ features }: FeatureCollection<Point>): LngLatBounds | null {
  const bounds = new LngLatBounds();
  for (const { geometry } of features) bounds.extend(geometry.coordinates as [number, number]);
  return bounds.isEmpty() ? null : bounds;
}

function addStructures(map: MapLibre, points: FeatureCollection<Point>, territory: FeatureCollection | null): void {
  const { action, onAction } = mapColours();
  addKindImages(map);
  if (territory) {
    map.addSource('territoire', { type: 'geojson', data: territory });
    map.addLayer({
      id: 'territoire',
      type: 'line',
      source: 'territoire',
      paint: { 'line-color': action, 'line-width': 2 },
    });
  }
  map.addSource('structures', { type: 'geojson', data: points, cluster: true, clusterRadius: 44, clusterMaxZoom: 12 });
  map.addLayer({
    id: 'groupes',
    type: 'circle',
    source: 'structures',
    filter: ['has', 'point_count'],
    paint: { 'circle-color': action, 'circle-radius': ['step', ['get', 'point_count'], 15, 10, 19, 100, 24] },
  });
  map.addLayer({
    id: 'nombres',
    type: 'symbol',
    source: 'structures',
    filter: ['has', 'point_count'],
    layout: {
      'text-field': ['get', 'point_count_abbreviated'],
      'text-font': localFonts,
      'text-size': 14,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': onAction },
  });
  map.addLayer({
    id: 'fiches',
    type: 'symbol',
    source: 'structures',
    filter: ['!', ['has', 'point_count']],
    layout: { 'icon-image': ['get', 'type'], 'icon-allow-overlap': true },
  });
}

type OpenPopup = (feature: Feature<Point>, move: boolean) => Promise<void>;

function openPopups(map: MapLibre, points: FeatureCollection<Point>): OpenPopup {
  const popup = new Popup({ closeButton: true, maxWidth: '18rem', focusAfterOpen: true });
  const recordOf = recordReader();
  let wanted = '';
  const open: OpenPopup = async ({ geometry, id }, move) => {
    wanted = String(id);
    const at = geometry.coordinates as [number, number];
    if (move) map.jumpTo({ center: at, zoom: Math.max(map.getZoom(), 11) });
    const content = await recordOf(wanted).then(popupContent, () => recordLink(String(id)));
    // Another point was chosen meanwhile.
    if (wanted !== id) return;
    popup.setLngLat(at).setDOMContent(content).addTo(map);
    for (const line of document.querySelectorAll<HTMLElement>('[data-structure]'))
      line.toggleAttribute('data-active', line.dataset.structure === id);
  };
  map.on('click', 'fiches', ({ features }) => {
    const id = features?.[0]?.properties?.id;
    const feature = points.features.find((each) => each.id === id);
    if (feature) void open(feature, false);
  });
  map.on('click', 'groupes', async ({ features, lngLat }) => {
    const cluster = features?.[0]?.properties?.cluster_id;
    const zoom = await map.getSource<GeoJSONSource>('structures')?.getClusterExpansionZoom(cluster);
    map.jumpTo({ center: lngLat, zoom: (zoom ?? map.getZoom()) + 0.5 });
  });
  for (const layer of ['fiches', 'groupes']) {
    map.on('mouseenter', layer, () => map.getCanvas().classList.add('hand'));
    map.on('mouseleave', layer, () => map.getCanvas().classList.remove('hand'));
  }
  return open;
}

/** Each line of the list that has a point gets a button which shows it: the map is never the only way, nor out of reach. */
function linkList(open: OpenPopup, points: FeatureCollection<Point>): void {
  const byId = new Map(points.features.map((feature) => [String(feature.id), feature]));
  for (const line of document.querySelectorAll<HTMLElement>('[data-structure]')) {
    const feature = byId.get(line.dataset.structure ?? '');
    if (!feature) continue;
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'onmap',
      textContent: 'Sur la carte',
    });
    const name = line.querySelector('.what a')?.textContent?.trim();
    button.setAttribute('aria-label', `Voir ${name} sur la carte`);
    button.addEventListener('click', () => {
      void open(feature, true);
      document.querySelector('[data-map]')?.scrollIntoView({ block: 'start' });
    });
    line.querySelector('.where')?.append(button);
  }
}

function offerPlanIgn(map: MapLibre, frame: HTMLElement): void {
  const label = document.createElement('label');
  label.className = 'choice';
  const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
  label.append(box, 'Fond Plan IGN (© IGN, chargé depuis data.geopf.fr)');
  // Without a glyph server every label is drawn with the fonts of the page, ours and those of the base map.
  box.addEventListener('change', () =>
    box.checked
      ? map.setStyle(planIgnStyle, { transformStyle: (_before, { glyphs: _, ...style }) => style })
      : map.setStyle(localStyle()),
  );
  frame.after(label);
}
