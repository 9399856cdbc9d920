/** Beside the drawing of a territory. */
export const outlineCaption = 'Contours approximatifs';
