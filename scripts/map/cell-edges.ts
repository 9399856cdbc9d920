import { Delaunay } from 'd3-delaunay';
import type { Position } from 'geojson';
import { boxOf, type Land } from './lands.ts';
import { insideTest, segmentGrid } from './segments.ts';

/** A point of a commune, by the commune's number in the index; a city has several. */
export type Site = { readonly commune: number; readonly point: readonly [lon: number, lat: number] };

/** A piece of border: what lies on its left and on its right when it is walked, null for the sea or abroad. */
export type CellEdge = {
  readonly from: Position;
  readonly to: Position;
  readonly left: number | null;
  readonly right: number | null;
};

/** A point of an edge or of the coast, at `along` of its way (0 to 1). */
type Crossing = { readonly along: number; readonly point: Flat };

/**
 * The borders between the cells of the sites (a point belongs to its nearest site), cut by the land's rings, and those
 * rings cut by the cells. Both hold the same points, so that the borders of any set of cells close.
 */
export function cellEdges(sites: readonly Site[], lands: readonly Land[]): CellEdge[] {
  const middle = boxOf(sites.map(({ point }) => [...point]));
  const narrowing = Math.cos((((middle.south + middle.north) / 2) * Math.PI) / 180);
  const flat = ([lon, lat]: Position | readonly [number, number]): [number, number] => [lon! * narrowing, lat!];
  const round = ([x, y]: readonly [number, number]): Position => [x / narrowing, y];

  const points = sites.map(({ point }) => flat(point));
  const delaunay = Delaunay.from([...points, ...farPointsAround(points)]);
  const { halfedges, triangles } = delaunay;
  const { circumcenters } = delaunay.voronoi();
  const vertexOf = (halfedge: number): [number, number] => {
    const triangle = Math.floor(halfedge / 3);
    return [circumcenters[2 * triangle]!, circumcenters[2 * triangle + 1]!];
  };

  const rings = lands.flatMap((land) => land.rings.map((ring) => ring.map(flat)));
  const coast = rings.flatMap((ring) => ring.slice(1).map((to, at) => ({ from: ring[at]!, to })));
  const near = segmentGrid(coast);
  const isLand = insideTest(coast);
  const coastCrossings = coast.map((): Crossing[] => []);
  const edges: CellEdge[] = [];

  for (let halfedge = 0; halfedge < halfedges.length; halfedge++) {
    const twin = halfedges[halfedge]!;
    if (twin < halfedge) continue;
    const [one, other] = [triangles[halfedge]!, triangles[twin]!];
    if (one >= sites.length || other >= sites.length || sites[one]!.commune === sites[other]!.commune) continue;
    const [from, to] = [vertexOf(halfedge), vertexOf(twin)];
    const crossings: Crossing[] = [];
    for (const segment of near(from, to)) {
      const crossing = crossingOf(from, to, coast[segment]!);
      if (!crossing) continue;
      crossings.push({ along: crossing.along, point: crossing.point });
      coastCrossings[segment]!.push({ along: crossing.across, point: crossing.point });
    }
    const isOneLeft = side(from, to, points[one]!) > 0;
    const left = sites[isOneLeft ? one : other]!.commune;
    const right = sites[isOneLeft ? other : one]!.commune;
    for (const piece of pieces(from, to, crossings)) {
      if (isLand(middleOf(piece))) edges.push({ from: round(piece.from), to: round(piece.to), left, right });
    }
  }

  let nearest = 0;
  coast.forEach(({ from, to }, segment) => {
    for (const piece of pieces(from, to, coastCrossings[segment]!)) {
      const [x, y] = middleOf(piece);
      nearest = delaunay.find(x, y, nearest);
      const site = sites[nearest];
      if (!site) throw new Error(`no commune near ${x / narrowing}, ${y}`);
      const isLandLeft = isLand(justLeft(piece));
      const commune = site.commune;
      edges.push({
        from: round(piece.from),
        to: round(piece.to),
        left: isLandLeft ? commune : null,
        right: isLandLeft ? null : commune,
      });
    }
  });
  return edges;
}

type Flat = [number, number];
type Piece = { readonly from: Flat; readonly to: Flat };

/** Points so far that no border between them and a commune touches land: every cell of a commune then is closed. */
function farPointsAround(points: readonly Flat[]): Flat[] {
  const { west, south, east, north } = boxOf(points);
  const [x, y, radius] = [(west + east) / 2, (south + north) / 2, 5 * Math.hypot(east - west, north - south)];
  return Array.from({ length: 90 }, (_, at) => {
    const angle = (at * Math.PI) / 45 + 0.01;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

const side = (from: Flat, to: Flat, [x, y]: Flat): number =>
  (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);

function crossingOf(from: Flat, to: Flat, segment: Piece): { along: number; across: number; point: Flat } | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [ex, ey] = [segment.to[0] - segment.from[0], segment.to[1] - segment.from[1]];
  const cross = dx * ey - dy * ex;
  if (cross === 0) return null;
  const [gx, gy] = [segment.from[0] - from[0], segment.from[1] - from[1]];
  const along = (gx * ey - gy * ex) / cross;
  const across = (gx * dy - gy * dx) / cross;
  if (along < 0 || along >= 1 || across < 0 || across >= 1) return null;
  return { along, across, point: [from[0] + along * dx, from[1] + along * dy] };
}

function pieces(from: Flat, to: Flat, crossings: readonly Crossing[]): Piece[] {
  const stops = [...crossings].sort((a, b) => a.along - b.along).map(({ point }) => point);
  const all = [from, ...stops, to];
  return all.slice(1).map((end, at) => ({ from: all[at]!, to: end }));
}

const middleOf = ({ from, to }: Piece): Flat => [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];

/** A point a little to the left of the middle, about a metre. */
function justLeft(piece: Piece): Flat {
  const [x, y] = middleOf(piece);
  const [dx, dy] = [piece.to[0] - piece.from[0], piece.to[1] - piece.from[1]];
  const length = Math.hypot(dx, dy);
  return length === 0 ? [x, y] : [x - (dy / length) * 1e-5, y + (dx / length) * 1e-5];
}
