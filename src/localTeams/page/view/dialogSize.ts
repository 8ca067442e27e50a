/** The sizes that Teams gives dialogs by name, in pixels (teams-js, DialogDimension; docs: "Dialog sizing"). */
const SIZES: Record<string, number> = { small: 400, medium: 600, large: 800 };

/** A dialog's width or height in pixels; undefined where none was asked for. */
export function pixels(size: number | string | undefined): number | undefined {
  return typeof size === 'string' ? SIZES[size] : size;
}
