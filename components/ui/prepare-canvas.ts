/** Gives a canvas the pixels that its size on this screen needs; its unit is then the CSS pixel. */
export function prepareCanvas(
  canvas: HTMLCanvasElement,
  widthPx: number,
  heightPx: number,
): CanvasRenderingContext2D | null {
  const scale = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(widthPx * scale), Math.round(heightPx * scale)];
  // Setting a size clears the canvas and allocates it anew.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  context?.setTransform(scale, 0, 0, scale, 0, 0);
  return context;
}
