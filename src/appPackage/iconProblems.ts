import { readPng, type Picture } from './png';

/** Sizes in pixels. Source: Microsoft Learn, "App icons" of the manifest. */
export const iconSizes = { color: 192, outline: 32 };

/** What is wrong with the two icons, as Teams wants them. */
export function iconProblems(icons: { color: Buffer; outline: Buffer }): string[] {
  return [
    ...problemsOf('color.png', icons.color, iconSizes.color, () => []),
    ...problemsOf('outline.png', icons.outline, iconSizes.outline, outlineProblems),
  ];
}

function problemsOf(
  name: string,
  file: Buffer,
  size: number,
  more: (picture: Picture) => string[],
): string[] {
  try {
    const picture = readPng(file);
    const isRightSize = picture.width === size && picture.height === size;
    const wrongSize = `${name} is ${picture.width} by ${picture.height} pixels; it must be ${size} by ${size}.`;
    return [...(isRightSize ? [] : [wrongSize]), ...more(picture)];
  } catch (error) {
    return [`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`];
  }
}

function outlineProblems(picture: Picture): string[] {
  if (picture.channels === 3) return ['outline.png must have a transparent background.'];
  let transparent = 0;
  for (let at = 0; at < picture.pixels.length; at += 4) {
    const [red, green, blue, alpha] = picture.pixels.subarray(at, at + 4);
    if (alpha === 0) transparent++;
    else if (red !== 255 || green !== 255 || blue !== 255)
      return ['outline.png may hold white and nothing else.'];
  }
  return transparent === 0 ? ['outline.png must have a transparent background.'] : [];
}
