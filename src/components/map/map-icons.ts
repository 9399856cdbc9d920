import type { Map as MapLibre } from 'maplibre-gl';
import type { StructureType } from '#domain/directory/structure.schema.ts';
import { kinds } from '../../messages/directory/kinds.ts';
import { type ShapeName, shapeName, shapeOf } from '../shapes.ts';

const side = 24;
const scale = 2;

/** Draws one shape on a disc of paper, so that it stays readable over lines and names. */
function draw(name: ShapeName): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = (side + 8) * scale;
  const context = canvas.getContext('2d');
  if (!context) return null;
  const style = getComputedStyle(document.documentElement);
  context.scale(scale, scale);
  context.translate(4, 4);
  context.fillStyle = style.getPropertyValue('--sheet');
  context.beginPath();
  context.arc(side / 2, side / 2, side / 2 + 3, 0, 2 * Math.PI);
  context.fill();
  context.strokeStyle = context.fillStyle = style.getPropertyValue(`--${name}`);
  context.lineWidth = 2.4;
  context.lineJoin = 'round';
  const { path, dot } = shapeOf(name);
  if (path) context.stroke(new Path2D(path));
  if (dot) {
    context.beginPath();
    context.arc(dot[0], dot[1], dot[2], 0, 2 * Math.PI);
    context.fill();
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** One image a type, under the type's own name. */
export function addKindImages(map: MapLibre): void {
  for (const type of Object.keys(kinds) as StructureType[]) {
    const image = draw(shapeName(type));
    if (image && !map.hasImage(type)) map.addImage(type, image, { pixelRatio: scale });
  }
}
